"""A phone in the middle of it all, and what its owner has been promised: each text that the screen called saved."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect
from playwright.sync_api import TimeoutError as TookTooLong

from e2e.browser import Device
from e2e.faults.clock import CLOCK
from e2e.faults.killed import kill_browser
from e2e.phone import ENGLISH, FIRST_SIGHT, Address, Nurse, begin, everything_received, worker_ready
from e2e.test_patient_rescue import read_in, rescued

ONLINE = "dispatchEvent(new Event('online'))"


class Lost(AssertionError):
    """Something that was called saved is not there."""


class ChaosPhone:
    def __init__(self, playwright: Playwright, folder: Path, address: Address, nurse: Nurse, stay: str) -> None:
        self.device = Device(playwright, folder, ENGLISH)
        self.address = address
        self.offline = False
        self.stands: dict[str, str] = {}
        """question -> the words that were called saved last."""
        self.unsure: dict[str, str] = {}
        """question -> what was typed after them, when the tab was closed."""
        self.left: set[str] = set()
        """Words whose question was left: a version of them must come to the server."""
        self.open: tuple[str, str] | None = None
        begin(self.page, address, nurse.invite(stay))
        worker_ready(self.page)

    @property
    def page(self) -> Page:
        """The window that was opened last."""
        pages = self.device.context.pages
        return pages[-1] if pages else self.device.context.new_page()

    def question(self, link: str) -> None:
        """Opens it; what was called saved must stand there."""
        self.put_away()
        self.page.goto(f"{self.address.url}/p/form/what-matters/{link}")
        field = self.page.get_by_label("Your answer")
        expect(field).to_be_visible(timeout=FIRST_SIGHT)
        try:
            expect(field).to_have_value(self.may_stand(link), timeout=FIRST_SIGHT)
        except AssertionError:
            there = field.input_value()
            raise Lost(f"{link}: {self.stands.get(link)!r} was saved, and {there!r} stands there") from None

    def may_stand(self, link: str) -> re.Pattern[str]:
        """What was called saved, letter for letter, and perhaps some of what was typed after it."""
        more = "".join(f"(?:{re.escape(sign)}" for sign in self.unsure.get(link, ""))
        return re.compile(f"^{re.escape(self.stands.get(link, ''))}{more}{')?' * len(self.unsure.get(link, ''))}$")

    def write(self, link: str, words: str) -> None:
        self.question(link)
        self.page.get_by_label("Your answer").fill(words)
        expect(self.page.get_by_text("Saved on this phone")).to_be_visible(timeout=FIRST_SIGHT)
        self.stands[link] = words
        self.unsure.pop(link, None)
        self.open = (link, words)

    def leave(self) -> None:
        """Goes on from the question, as most people do."""
        if self.open is None:
            return
        before = self.page.url
        self.page.get_by_role("button", name="Next").click()
        self.page.wait_for_function("before => location.href !== before", arg=before, timeout=FIRST_SIGHT)
        self.put_away()

    def put_away(self) -> None:
        """However a question is left, its words must become a version: now, or when the phone is taken up again."""
        if self.open is not None:
            self.left.add(self.open[1])
        self.open = None

    def send(self) -> None:
        self.put_away()
        self.page.goto(f"{self.address.url}/p/send/what-matters")
        button = self.page.get_by_role("button", name="Send", exact=False).first
        expect(button.or_(self.page.get_by_role("heading").first).first).to_be_visible(timeout=FIRST_SIGHT)
        if self.stands and button.is_visible():
            try:
                button.click(timeout=FIRST_SIGHT)
            except TookTooLong:
                expect(
                    button
                ).not_to_be_visible()  # the other phone's Send came meanwhile: there is nothing left to send
                return
            self.page.wait_for_url("**/p/sent*", timeout=FIRST_SIGHT)

    def network(self, there: bool) -> None:
        self.offline = not there
        self.device.context.set_offline(not there)
        if there:
            self.page.evaluate(ONLINE)

    def close_tab(self, words: str) -> None:
        """In the middle of writing: these last words were not called saved, and may be there or not."""
        if self.open is not None:
            link, _ = self.open
            self.page.get_by_label("Your answer").press_sequentially(words[:5])
            self.unsure[link] = words[:5]
        self.open = None
        old = self.page
        self.device.context.new_page()
        old.close()
        self.home()

    def home(self) -> None:
        self.page.goto(f"{self.address.url}/p")
        expect(self.page.get_by_role("heading", level=1).first).to_be_visible(timeout=FIRST_SIGHT)

    def kill(self) -> None:
        self.put_away()
        kill_browser(self.device)
        self.device.switch_on(offline=self.offline)
        self.home()

    def restart(self) -> None:
        self.put_away()
        self.offline = True
        self.device.restart(offline=True)
        self.home()

    def other_tab(self) -> None:
        """The old one stays open behind it until the next."""
        self.put_away()
        for page in self.device.context.pages[:-1]:
            page.close()
        self.device.context.new_page()
        self.home()

    def wrong_clock(self, days: int) -> None:
        """From the next page on, until the browser starts anew."""
        self.device.context.add_init_script(CLOCK % days)

    def expire(self) -> None:
        self.device.context.clear_cookies()

    def hand_in(self) -> None:
        """When all faults have ended: nothing may be left on the phone."""
        self.put_away()
        self.network(True)
        self.home()
        everything_received(self.page, self.address)

    def shut_out_others(self) -> None:
        """The person signs out the phones that they do not have any more."""
        self.page.goto(f"{self.address.url}/p/me/devices")
        others = self.page.get_by_role("button", name="Sign out there")
        expect(others.first).to_be_visible(timeout=FIRST_SIGHT)
        while (left := others.count()) > 0:
            others.first.click()
            expect(others).not_to_have_count(left, timeout=FIRST_SIGHT)

    def rescue_to(self, other: ChaosPhone, words: str) -> None:
        """This one can never send again: what is written on it now goes as a file, by hand."""
        link = min(self.stands)
        self.write(link, words)
        self.leave()
        self.page.goto(f"{self.address.url}/p/me/rescue")
        expect(self.page.get_by_role("button", name="Keep the file")).to_be_visible(timeout=FIRST_SIGHT)
        file, five = rescued(self.page, self.device.folder)
        other.page.goto(f"{self.address.url}/p/me/rescue")
        other.page.get_by_text("Read in a rescue copy").click(timeout=FIRST_SIGHT)
        read_in(other.page, file, five)
        expect(other.page.get_by_text("sent by itself").last).to_be_visible(timeout=FIRST_SIGHT)
