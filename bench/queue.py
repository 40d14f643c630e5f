"""S6: a phone that was away for weeks comes back with 1,000 answers."""

from __future__ import annotations

import gzip
import http.client
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from bench.figure import Figure
from bench.phones import Phone, body, crowd
from bench.processes import SERVE, Running, running
from tests.asking import next_id
from viktig.domain.sync import MOST_PUT

ANSWERS = 1_000
ROUNDS = 5


def batches(phone: Phone, form: str) -> list[list[msgspec.Raw]]:
    """As the web app sends them: the oldest first, as many as one request may carry."""
    made = [msgspec.json.decode(body(phone, form, next_id(), next_id(), phone.n)) for _ in range(ANSWERS)]
    put = [msgspec.Raw(msgspec.json.encode(one["put"][0])) for one in made]
    return [put[begin : begin + MOST_PUT] for begin in range(0, ANSWERS, MOST_PUT)]


def handed_in(server: Running, phone: Phone, form: str) -> tuple[float, float, int, float]:
    """Seconds until all were received, of them in the server's processor; requests; bytes packed over unpacked."""
    port = server.port
    headers = {
        "origin": f"http://127.0.0.1:{port}",
        "content-type": "application/json",
        "content-encoding": "gzip",
        "viktig-profile": phone.profile,
        "cookie": f"__Host-viktig-{phone.profile}={phone.token}",
    }
    since: Any = {phone.patient: {"epoch": phone.epoch, "n": phone.n, "access": phone.access}}
    took, worked, plain, packed, waiting = 0.0, server.processor(), 0, 0, batches(phone, form)
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        for put in waiting:
            text = msgspec.json.encode({"since": since, "put": put})
            sent = gzip.compress(text)
            begun = time.perf_counter()
            connection.request("POST", "/api/sync", sent, headers)
            told = connection.getresponse().read()
            took += time.perf_counter() - begun
            answer: Any = msgspec.json.decode(told)
            assert [receipt["outcome"] for receipt in answer["receipts"]] == ["stored"] * len(put)
            since, plain, packed = answer["at"], plain + len(text), packed + len(sent)
    return took, server.processor() - worked, len(waiting), packed / plain


def figures(folder: Path) -> Iterator[Figure]:
    url = f"sqlite:///{folder / 'queue.db'}"
    people = crowd(url, ROUNDS)
    with running(SERVE, url) as server:
        rounds = [handed_in(server, phone, people.form) for phone in people.phones]
    took, worked, count, share = (median(one[place] for one in rounds) for place in range(4))
    yield Figure(name="S6", what="1,000 answers queued on one phone: requests", value=count, goal=20)
    yield Figure(name="S6", what="the same: processor time of the server", value=worked, goal=0.2, unit="s")
    yield Figure(name="S6", what="the same: until all are received, disk and all", value=took, goal=0.5, unit="s")
    yield Figure(name="S6", what="the same: bytes on the way over bytes unpacked", value=share, goal=0.5)
