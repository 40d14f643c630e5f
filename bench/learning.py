"""W7: opening a module for the first time, from the phone alone, in a real browser whose processor is slowed down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, expect, sync_playwright

from bench.figure import Figure
from bench.web import slowed
from e2e.browser import launch_options
from e2e.phone import ENGLISH, Nurse, becomes, begin, worker_ready
from e2e.server import Server

OPENED = 6
KEPT = """async () => {
  const { modules } = await (await fetch("/content/index.json")).json();
  const paths = modules.filter(one => one.forWhom.includes("patient")).map(one => `/content/${one.languages.en.path}`);
  return (await Promise.all(paths.map(path => caches.match(path)))).every(Boolean) && paths.length > 6;
}"""
# From the hand's movement to the frame after the first in which a screen of the module stands there
WATCH = """() => {
  addEventListener("click", ({ timeStamp }) => {
    window.took = undefined;
    new MutationObserver((_, watching) => {
      if (!document.querySelector(".reading")) return;
      watching.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => { window.took = performance.now() - timeStamp; }));
    }).observe(document, { childList: true, subtree: true });
  }, { capture: true });
}"""


def opened(browser: Browser, server: Server) -> list[float]:
    """Seconds from the tap on a module that was never opened to its first screen, without a network."""
    context = browser.new_context(**ENGLISH)
    page = context.new_page()
    nurse = Nurse(server)
    begin(page, server, nurse.invite(nurse.admit()))
    nurse.http.close()
    worker_ready(page)
    page.goto(f"{server.url}/p/learn")
    becomes(page, KEPT)
    context.set_offline(True)
    page.goto(f"{server.url}/p/learn")
    modules = page.locator("main a[href^='/p/learn/']")
    expect(modules.nth(OPENED)).to_be_visible()
    addresses = [str(modules.nth(n).get_attribute("href")) for n in range(OPENED)]
    page.evaluate(f"({WATCH})()")
    slowed(page, 0)
    seconds = []
    for address in addresses:
        page.locator(f"main a[href='{address}']").first.click()
        page.wait_for_function("() => window.took")
        seconds.append(float(page.evaluate("window.took")) / 1000)
        page.go_back()
        expect(page.locator(f"main a[href='{address}']").first).to_be_visible()
    context.close()
    return seconds


def figures(folder: Path) -> Iterator[Figure]:
    server = Server(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        try:
            server.start()
            seconds = opened(browser, server)
        finally:
            server.stop()
            browser.close()
    what = f"a module opened for the first time without a network, {OPENED} of them"
    yield Figure(name="W7", what=what, value=median(seconds), goal=0.5, unit="s")
    yield Figure(name="W7", what="the slowest of them", value=max(seconds), goal=0.5, unit="s")
