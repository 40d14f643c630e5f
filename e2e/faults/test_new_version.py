"""The program is renewed while people write: the old page goes on, the new one begins when nothing is half written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.browser import Device
from e2e.faults.release import ASKED, ASKED_ANEW, newer_release
from e2e.faults.stored import carrying, stored
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    answer,
    asked,
    becomes,
    begin,
    everything_received,
    send,
    worker_ready,
)
from e2e.server import Server

OFFERED = "There is a new version of Viktig. What you have written stays."
LOOK_AWAY = """() => {
  Object.defineProperty(document, "visibilityState", {value: "hidden", configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
  delete document.visibilityState;
}"""


def newer(page: Page) -> bool:
    return page.locator("meta[name=release]").count() == 1


def test_an_update_in_the_middle_of_an_answer_takes_nothing_and_waits_until_it_is_finished(
    server: Server, device: Callable[..., Device], tmp_path: Path
) -> None:
    nurse = Nurse(server)
    stay = nurse.admit()
    phone = device(ENGLISH)
    page = phone.page
    begin(page, server, nurse.invite(stay))
    worker_ready(page)
    page.reload()
    asked(page, 1)
    page.get_by_label("Your answer").fill("Begynt før den nye")

    server.stop()
    server.settings["PYTHONPATH"] = str(newer_release(tmp_path / "newer"))
    server.start()
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    becomes(page, "async () => (await navigator.serviceWorker.getRegistration()).waiting?.state")
    page.evaluate(LOOK_AWAY)
    expect(page.get_by_label("Your answer")).to_have_value("Begynt før den nye")
    assert not newer(page)

    home = phone.context.new_page()
    home.goto(f"{server.url}/p")
    expect(home.get_by_text(OFFERED)).to_be_visible(timeout=FIRST_SIGHT)
    expect(home.get_by_role("button", name="Use the new version")).to_be_visible()
    home.evaluate(LOOK_AWAY)
    expect(home.get_by_text("Viktig has been renewed. What you have written is here.")).to_be_visible()
    assert newer(home)

    phone.context.set_offline(True)
    answer(page, "Begynt før den nye, og skrevet ferdig etter")
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    assert not newer(page)
    home.close()
    page = phone.restart(offline=True)
    page.goto(f"{server.url}/p/form/what-matters/talk")
    expect(page.get_by_label("Your answer")).to_have_value("Begynt før den nye, og skrevet ferdig etter")
    assert newer(page)
    expect(page.get_by_text(ASKED).first).to_be_visible()

    phone.context.set_offline(False)
    send(page, server)
    everything_received(page, server)
    assert nurse.sent(stay)["talk"] == "Begynt før den nye, og skrevet ferdig etter"
    patient = str(nurse.page(stay)["encounter"]["patient"]["id"])
    forms = [one.content.partition("what-matters|")[2][:5] for one in carrying(stored(server, patient), "ferdig etter")]
    assert set(forms) == {"1.0.0"}

    second = device(ENGLISH).page
    begin(second, server, nurse.invite(stay))
    expect(second.get_by_text(ASKED).first).to_be_visible()  # what was begun stays on its version
    expect(second.get_by_label("Your answer")).to_have_value(
        "Begynt før den nye, og skrevet ferdig etter", timeout=FIRST_SIGHT
    )
    third = device(ENGLISH).page
    begin(third, server, nurse.invite(nurse.admit()))
    expect(third.get_by_text(ASKED_ANEW).first).to_be_visible()
    nurse.http.close()
