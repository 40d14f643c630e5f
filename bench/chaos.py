"""`make chaos MINUTES=30 SEED=7`: real phone pages, a bad network, and a server that dies, in an order made by chance.

In the end every text that a screen called saved must lie on the server, once. Exit status 1 on any loss.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from bench.chaos_phone import ChaosPhone
from bench.chaos_plan import Step, plan
from e2e.faults.stored import carrying, doubled, stored
from e2e.phone import Nurse
from e2e.proxy import proxy_to
from e2e.server import Server

PHONES = 2
Enough = Callable[[int], bool]
"""Whether the run may end after so many steps."""


class Chaos:
    """One run. `lost` and `twice` are empty when all is well."""

    def __init__(self, playwright: Playwright, folder: Path, seed: int, enough: Enough) -> None:
        self.folder, self.seed, self.enough = folder, seed, enough
        self.playwright = playwright
        self.server = Server(folder)
        self.backup: Path | None = None
        self.done: Counter[str] = Counter()
        self.lost: list[str] = []
        self.twice: list[str] = []
        self.texts = self.versions = self.rescued = 0

    def run(self) -> None:
        self.server.start()
        try:
            with proxy_to(self.server.port) as self.network:
                self.meet()
        finally:
            self.server.stop()

    def meet(self) -> None:
        nurse = Nurse(self.server)
        stay = nurse.admit()
        self.patient = str(nurse.page(stay)["encounter"]["patient"]["id"])
        self.phones: list[ChaosPhone] = []
        try:
            for number in range(PHONES):
                phone = ChaosPhone(self.playwright, self.folder / f"phone-{number}", self.network, nurse, stay)
                self.phones.append(phone)
            nurse.http.close()
            for step in plan(self.seed, PHONES):
                self.do(step)
                if self.enough(step.number):
                    break
            self.settle()
        finally:
            for phone in self.phones:
                phone.device.switch_off()

    def do(self, step: Step) -> None:
        phone = self.phones[step.phone]
        what = step.fault if step.deed == "fault" else step.deed
        self.done[what] += 1
        print(f"{step.number:>5} phone {step.phone + 1} {what}", flush=True)
        match step.deed:
            case "write":
                phone.write(step.question, step.words)
            case "leave":
                phone.leave()
            case "send":
                phone.send()
            case "lose the network" | "find the network":
                phone.network(step.deed == "find the network")
            case "fault":
                self.network.plan(step.fault)
            case "close the tab":
                phone.close_tab(step.words)
            case "kill the browser":
                phone.kill()
            case "restart without a network":
                phone.restart()
            case "expire the login":
                phone.expire()
            case "other tab":
                phone.other_tab()
            case "wrong clock":
                phone.wrong_clock(365 if step.number % 2 else -365)
            case "kill the server":
                self.server.kill()
                self.server.start()
            case "stop the server":
                self.server.stop()
            case "start the server":
                self.stand_up()
            case "back up":
                self.back_up()
            case "restore":
                self.restore()

    def stand_up(self) -> None:
        if self.server.process is None or self.server.process.poll() is not None:
            self.server.start()

    def viktig(self, *words: str) -> None:
        command = [sys.executable, "-m", "viktig", *words]
        subprocess.run(command, env=self.server.environment, check=True, stdout=subprocess.DEVNULL)

    def back_up(self) -> None:
        self.backup = self.folder / "backup.viktig"
        self.backup.unlink(missing_ok=True)
        self.viktig("backup", str(self.backup))

    def restore(self) -> None:
        """The machine is lost; what came after the backup is only on the phones."""
        if self.backup is None:
            return
        self.server.kill()
        for file in self.folder.glob("viktig.db*"):
            file.unlink()
        self.viktig("restore", str(self.backup))
        self.server.start()

    def settle(self) -> None:
        """All faults end. What was promised is counted."""
        self.network.planned.clear()
        self.stand_up()
        for phone in self.phones:
            phone.hand_in()
        first, second = self.phones
        if second.stands:
            first.shut_out_others()
            second.rescue_to(first, "Skrevet da ingenting kunne sendes.")
            first.hand_in()
            self.rescued = 1
        there = stored(self.server, self.patient)
        promised = {words for phone in self.phones for words in (*phone.left, *phone.stands.values())}
        self.texts, self.versions = len(promised), len(there)
        self.lost = sorted(words for words in promised if not carrying(there, as_written(words)))
        self.twice = doubled(there)

    def line(self) -> str:
        met = ", ".join(f"{name} {count}" for name, count in sorted(self.done.items()))
        return (
            f"{self.texts} texts called saved, {self.versions} versions on the server, "
            f"{self.rescued} of them by a rescue copy: {len(self.lost)} lost, {len(self.twice)} doubled. Met: {met}."
        )


def as_written(words: str) -> str:
    """As it stands inside JSON."""
    return words.replace("\\", "\\\\").replace('"', '\\"')


def main() -> int:
    asked = argparse.ArgumentParser(prog="make chaos")
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--seed", type=int, default=random.randrange(10**6))
    told = asked.parse_args()
    print(f"SEED={told.seed} MINUTES={told.minutes:g}", flush=True)
    until = time.monotonic() + 60 * told.minutes
    with tempfile.TemporaryDirectory(prefix="viktig-chaos-") as folder, sync_playwright() as playwright:
        chaos = Chaos(playwright, Path(folder), told.seed, lambda _: time.monotonic() > until)
        chaos.run()
    print(f"SEED={told.seed}: {chaos.line()}")
    for words in (*chaos.lost, *chaos.twice):
        print(f"  {words}")
    return 1 if chaos.lost or chaos.twice else 0


if __name__ == "__main__":
    sys.exit(main())
