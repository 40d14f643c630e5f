"""Real browsers for the tests: a shared Chromium for short visits, phones of their own that can be switched off."""

from __future__ import annotations

import contextlib
import json
import os
import select
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tools import chromium

expect.set_options(timeout=15_000)

ROOT = Path(__file__).resolve().parent.parent
GONE_WITHIN = 60.0
NORWEGIAN: dict[str, Any] = {"locale": "nb-NO", "timezone_id": "Europe/Oslo"}
PHONE: dict[str, Any] = {
    **NORWEGIAN,
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
TABLET: dict[str, Any] = {**NORWEGIAN, "viewport": {"width": 800, "height": 1100}, "has_touch": True}
DESKTOP: dict[str, Any] = {**NORWEGIAN, "viewport": {"width": 1280, "height": 800}}
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch_options(*, whole: bool = True) -> dict[str, Any]:
    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
    return {"executable_path": str(chromium.chosen() if whole else chromium.quick()), "args": flags}


def processes_of(folder: Path) -> list[int]:
    """The browser whose profile is this folder, and all that it has started; nothing where there is no /proc."""
    own = f"--user-data-dir={folder}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if own in words and not any(word.startswith(b"--type=") for word in words):
                return family(int(process.name))
    return []


def family(process: int) -> list[int]:
    found = [process]
    with contextlib.suppress(OSError):
        for started in Path(f"/proc/{process}/task").glob("*/children"):
            found += [each for child in started.read_text().split() for each in family(int(child))]
    return found


@contextlib.contextmanager
def until_gone(processes: list[int]) -> Iterator[None]:
    """Leaves the block when all of them have ended: the one that keeps things for pages outlives its browser by a
    moment, and holds on to them so long."""
    ends = []
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            ends.append(os.pidfd_open(process))
    try:
        yield
    finally:
        for end in ends:
            select.select([end], [], [], GONE_WITHIN)
            os.close(end)


class Device:
    """A browser with a memory of its own on the disk, as a person's phone. `restart` is what a flat battery does."""

    def __init__(self, playwright: Playwright, folder: Path, options: dict[str, Any]) -> None:
        self.playwright, self.folder, self.options = playwright, folder, options
        self.context: BrowserContext
        self.switch_on()

    def switch_on(self, *, offline: bool = False) -> Page:
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder, **launch_options(whole=False), **self.options
        )
        self.context.set_offline(offline)
        return self.page

    def switch_off(self) -> None:
        with until_gone(processes_of(self.folder)):
            self.context.close()

    def restart(self, *, offline: bool = False) -> Page:
        self.switch_off()
        return self.switch_on(offline=offline)

    @property
    def page(self) -> Page:
        return self.context.pages[0] if self.context.pages else self.context.new_page()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = playwright.chromium.launch(**launch_options(whole=False))
    yield started
    started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`visit(DESKTOP)` opens a page in a context that nobody else sees."""
    opened: list[BrowserContext] = []

    def new_page(options: dict[str, Any] = DESKTOP, **more: Any) -> Page:
        opened.append(browser.new_context(**{**options, **more}))
        return opened[-1].new_page()

    yield new_page
    for context in opened:
        context.close()


@pytest.fixture
def device(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., Device]]:
    """`device()` is a new phone; it can be switched off and on again, also without a network."""
    made: list[Device] = []

    def new_device(options: dict[str, Any] = PHONE, **more: Any) -> Device:
        made.append(Device(playwright, tmp_path / f"device-{len(made)}", {**options, **more}))
        return made[-1]

    yield new_device
    for each in made:
        each.switch_off()


@cache
def axe_source() -> str:
    return (ROOT / "pwa/node_modules/axe-core/axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds on the page, one line each: rule, place, reason. Empty is what we want."""
    # Evaluated by the debugger, not as a script element: the page's own security policy stays in force
    page.evaluate(axe_source())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags}).then(result => result.violations)", tags)
    return [
        f"{rule['id']} {json.dumps(node['target'])}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
