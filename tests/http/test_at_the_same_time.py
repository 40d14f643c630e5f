"""Several people at the same moment, on both engines: one wins, and the others are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx

from tests.asking import next_id, slug, told
from tests.people import BORN, SURGERY, Town

MANY = 6


def at_once(asks: Sequence[Callable[[], httpx.Response]]) -> Counter[str]:
    """What is answered, as statuses of the good ones and slugs of the problems."""
    ready = Barrier(len(asks))

    def ask(one: Callable[[], httpx.Response]) -> httpx.Response:
        ready.wait()
        return one()

    with ThreadPoolExecutor(len(asks)) as threads:
        answers = list(threads.map(ask, asks))
    return Counter(str(one.status_code) if one.is_success else slug(one) for one in answers)


def test_a_code_opens_once(either_town: Town) -> None:
    town = either_town
    code = town.kari.invite(town.admit())["code"]
    asks = [lambda number=number: town.redeem(code, f"phonenumber{number}") for number in range(MANY)]
    assert at_once(asks) == {"201": 1, "code-used": MANY - 1}


def test_five_wrong_birth_dates_kill_a_code_however_fast_they_come(either_town: Town) -> None:
    town = either_town
    code = town.kari.invite(town.admit())["code"]
    asks = [lambda: town.redeem(code, "ingridsphone", birthDate="1950-01-01") for _ in range(8)]
    assert at_once(asks) == {"birth-date-differs": 4, "code-blocked": 4}
    assert slug(town.redeem(code, "ingridsphone", birthDate=BORN)) == "code-blocked"


def test_a_wish_is_taken_by_one(either_town: Town) -> None:
    town = either_town
    document = town.phone(town.admit()).wish()
    path = f"/api/attentions/{document}/take"
    kari, ahmed = town.kari, town.ahmed
    asks = [lambda who=who: who.post(path) for who in (kari, ahmed) * 3]
    assert at_once(asks) == {"200": 1, "already-taken": 5}


def test_a_stay_is_changed_by_one_of_those_who_looked_at_the_same_page(either_town: Town) -> None:
    town = either_town
    stay = town.admit()
    tag, kari, ahmed = town.kari.tag(stay), town.kari, town.ahmed
    place = f"/api/encounters/{stay}/place"
    asks: list[Callable[[], httpx.Response]] = [
        *(lambda room=room: kari.put(place, {"room": room}, tag) for room in "123"),
        *(lambda bed=bed: ahmed.put(place, {"bed": bed}, tag) for bed in "12"),
    ]
    answers = at_once(asks)
    assert (answers["200"], answers["changed-meanwhile"]) == (1, 4)


def test_a_stay_is_moved_or_ended_but_not_both(either_town: Town) -> None:
    town = either_town
    stay = town.admit()
    tag, kari, ahmed = town.kari.tag(stay), town.kari, town.ahmed
    answers = at_once(
        [
            lambda: kari.post(f"/api/encounters/{stay}/transfer", {"unit": SURGERY}, tag),
            lambda: ahmed.post(f"/api/encounters/{stay}/end", {"ending": "discharged"}, tag),
        ]
    )
    assert answers["200"] == 1
    assert sum(answers.values()) == 2


def test_one_version_from_two_places_is_kept_once(either_town: Town) -> None:
    town = either_town
    phone = town.phone(town.admit())
    made = phone.version(phone.answers({"matters": "Hjem"}))
    assert at_once([lambda: phone.post("/api/sync", {"put": [made]}) for _ in range(MANY)]) == {"200": MANY}
    assert len(told(phone.get(f"/api/documents/{made['id']}/versions"))["versions"]) == 1


def test_two_phones_that_write_on_one_document_lose_nothing(either_town: Town) -> None:
    town = either_town
    stay = town.admit()
    phones = [town.phone(stay, f"phonenumber{number}") for number in range(3)]
    first = phones[0].send({"talk": "Rolig"})
    written = [
        (phone, phone.version(phone.answers({"talk": "Rolig", link: link}), base=(first,), version=next_id()))
        for phone, link in zip(phones, ("matters", "home", "worry"), strict=True)
    ]
    asks = [lambda phone=phone, made=made: phone.post("/api/sync", {"put": [made]}) for phone, made in written]
    assert at_once(asks) == {"200": 3}
    (shown,) = town.kari.page(stay)["answers"]
    assert {item["linkId"] for item in shown["response"]["item"]} == {"talk", "matters", "home", "worry"}
    assert shown["versions"] == sorted(made["version"] for _, made in written)
    numbers = [change["n"] for change in phones[0].sync()["changed"]]
    assert numbers == sorted(numbers)
