"""Web push: what we seal a browser can open, what we sign a push service can check."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

import msgspec
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from tests.interop.browser_keys import Browser
from tests.interop.receivers import Receiver
from viktig.domain.reminder import PushKeys
from viktig.interop.push import CURVE, Push, b64, new_key, outside, private, seal, unb64
from viktig.serving import listen_to_the_log

NOW = 1_795_000_000


@pytest.fixture
def service() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


def push(test: str = "", hosts: tuple[str, ...] = ("push.example",)) -> Push:
    return Push(new_key(), "mailto:it@example.org", hosts, test)


def test_the_example_of_rfc_8291_comes_out_byte_for_byte() -> None:
    keys = PushKeys(
        p256dh="BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth="BTBZMqHH6r4Tts7J_aSIgg",
    )
    own = private("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
    sealed = seal(b"When I grow up, I want to be a watermelon", keys, own, unb64("DGv6ra1nlYgDCS1FRnbzlw"))
    assert b64(sealed) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBr"
        "u3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_only_the_browser_it_was_meant_for_can_read_it(service: Receiver) -> None:
    browser, ours = Browser(), push(service.url)
    assert asyncio.run(ours.send(f"{service.url}/abc", browser.keys, "Det ligger noe til deg.", NOW)) == "sent"
    (got,) = service.got
    assert browser.opened(got.body) == "Det ligger noe til deg."
    assert b"Det ligger" not in got.body
    with pytest.raises(InvalidTag):
        Browser().opened(got.body)
    assert (got.headers["content-encoding"], got.headers["topic"]) == ("aes128gcm", "viktig")
    assert int(got.headers["ttl"]) > 0


def test_no_log_tells_where_a_phone_is_reminded(service: Receiver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    listen_to_the_log()
    for service.status in (201, 503, 410):
        asyncio.run(push(service.url).send(f"{service.url}/ingrids-phone", Browser().keys, "Hei", NOW))
    assert len(service.got) == 3
    assert "ingrids-phone" not in caplog.text


def test_it_is_signed_for_this_service_and_for_a_while(service: Receiver) -> None:
    ours = push(service.url)
    asyncio.run(ours.send(f"{service.url}/abc", Browser().keys, "x", NOW))
    scheme, _, rest = service.got[0].headers["authorization"].partition(" ")
    token, key = (part.partition("=")[2] for part in rest.split(", "))
    head, said, signature = token.split(".")
    raw = unb64(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    known = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, unb64(key))
    known.verify(der, f"{head}.{said}".encode(), ec.ECDSA(hashes.SHA256()))  # raises when it is not so
    assert (scheme, key) == ("vapid", ours.public)
    claims = msgspec.json.decode(unb64(said))
    assert (claims["aud"], claims["sub"]) == (service.url, "mailto:it@example.org")
    assert NOW < claims["exp"] <= NOW + 24 * 3600


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(201, "sent"), (410, "gone"), (404, "gone"), (429, "failed"), (503, "failed"), (0, "unknown")],
)
def test_what_came_of_it_is_told(service: Receiver, status: int, outcome: str) -> None:
    service.status = status
    assert asyncio.run(push(service.url).send(f"{service.url}/abc", Browser().keys, "x", NOW)) == outcome


def test_a_service_that_is_not_there_surely_got_nothing(service: Receiver) -> None:
    service.close()
    assert asyncio.run(push(service.url).send(f"{service.url}/abc", Browser().keys, "x", NOW)) == "failed"


def test_the_test_address_is_one_and_nothing_beside_it(service: Receiver) -> None:
    other = Receiver()
    assert asyncio.run(push(service.url).send(f"{other.url}/abc", Browser().keys, "x", NOW)) == "gone"
    assert other.got == []
    other.close()


def test_a_name_that_leads_into_this_network_is_not_asked() -> None:
    assert not asyncio.run(outside("https://localhost/abc"))
    assert asyncio.run(push(hosts=("localhost",)).send("https://localhost/abc", Browser().keys, "x", NOW)) == "gone"


def test_keys_that_fit_no_curve_are_forgotten(service: Receiver) -> None:
    broken = PushKeys(p256dh="B" + "A" * 86, auth="A" * 22)
    assert asyncio.run(push(service.url).send(f"{service.url}/abc", broken, "x", NOW)) == "gone"
    assert service.got == []
