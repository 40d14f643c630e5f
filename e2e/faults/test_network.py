"""A network that breaks wherever it can: what was written arrives, once, and the person is told the truth meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.faults.stored import carrying, doubled, stored
from e2e.phone import ENGLISH, FIRST_SIGHT, Nurse, answer, asked, begin, everything_received
from e2e.proxy import How, proxy_to
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]
FAULTS: tuple[How, ...] = ("cut-request", "cut-answer", "drop-answer", "hang")
ONLINE = "dispatchEvent(new Event('online'))"


def test_a_request_cut_in_the_middle_an_answer_cut_and_an_answer_lost_after_the_commit_cost_nothing(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    stay = kari.admit()
    patient = str(kari.page(stay)["encounter"]["patient"]["id"])
    page = visit(ENGLISH)
    with proxy_to(house.port) as network:
        begin(page, network, kari.invite(stay))
        for number, fault in enumerate(FAULTS, start=1):
            network.plan(fault)
            answer(page, f"Skrevet ved feil {number}")
            page.get_by_role("button", name="Next").click()
            network.all_met()
            asked(page, number + 1)
            if fault == "drop-answer":
                page.goto(f"{network.url}/p/me/unsent")
                expect(page.get_by_role("heading", name="On this phone, not sent")).to_be_visible()
                page.goto(f"{network.url}/p/form/what-matters")
                asked(page, number + 1)
            page.evaluate(ONLINE)
        everything_received(page, network)
        versions = stored(house, patient)
        for number in range(1, 5):
            assert carrying(versions, f"Skrevet ved feil {number}")
        assert doubled(versions) == []
        assert len(versions) == 4


def test_a_server_that_is_killed_while_it_is_asked_gets_it_when_it_stands_again(server: Server, visit: Visit) -> None:
    nurse = Nurse(server)
    stay = nurse.admit()
    page = visit(ENGLISH)
    begin(page, server, nurse.invite(stay))
    answer(page, "Skrevet mens serveren lå nede")
    server.kill()
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    page.get_by_role("button", name="Back").or_(page.get_by_role("link", name="Back")).first.click()
    expect(page.get_by_label("Your answer")).to_have_value("Skrevet mens serveren lå nede")
    server.start()
    page.evaluate(ONLINE)
    everything_received(page, server)
    patient = str(nurse.page(stay)["encounter"]["patient"]["id"])
    assert len(carrying(stored(server, patient), "Skrevet mens serveren lå nede")) == 1
    nurse.http.close()
    expect(page.get_by_text("Everything has been received.")).to_be_visible(timeout=FIRST_SIGHT)
