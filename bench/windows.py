"""Browsers that Playwright does not drive as people have them: WebKitGTK by its driver, Firefox by its Marionette.

Both speak the words of the WebDriver standard, one over HTTP and one over a socket.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import httpx

from e2e.server import free_port

PATIENCE = 30.0
WEBKIT_WINDOW = Path(__file__).with_name("webkit_window.py")
ALONE = {"LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
"""No graphics card, and no namespaces of its own: this machine may be a container."""
PREFERENCES = """user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.aboutwelcome.enabled", false);
"""


class Driver(Protocol):
    def ask(self, command: str, **told: object) -> Any: ...


class Window:
    """What a person sees and does, by the words on the screen."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def go(self, url: str) -> None:
        self.driver.ask("Navigate", url=url)

    def script(self, text: str) -> Any:
        return self.driver.ask("ExecuteScript", script=text, args=[])

    def until(self, text: str) -> Any:
        """Asks again until the page answers with something."""
        end = time.monotonic() + PATIENCE
        while not (found := self.script(f"return {text}")):
            if time.monotonic() > end:
                raise TimeoutError(f"{text}: {self.script('return document.body.innerText')}")
            time.sleep(0.05)
        return found

    def reads(self, words: str) -> None:
        self.until(f"document.body.innerText.includes({json.dumps(words)})")

    def element(self, xpath: str) -> str:
        self.until(f"document.evaluate({json.dumps(xpath)}, document, null, 9, null).singleNodeValue !== null")
        (found,) = self.driver.ask("FindElement", using="xpath", value=xpath).values()
        return str(found)

    def press(self, name: str) -> None:
        says = f"starts-with(normalize-space(), {json.dumps(name)})"
        self.driver.ask("ElementClick", id=self.element(f"//button[{says}] | //a[{says}]"))

    def fill(self, label: str, words: str) -> None:
        said = f"starts-with(normalize-space(), {json.dumps(label)})"
        named = f"//*[@id=//label[{said}]/@for] | //label[{said}]//input"
        said_aloud = f"//textarea[starts-with(@aria-label, {json.dumps(label)})]"
        self.driver.ask("ElementSendKeys", id=self.element(f"{named} | {said_aloud}"), text=words)


class WebKit:
    """WebKitWebDriver; the window is our own, since the one that comes with it forgets everything when it is closed."""

    ROADS = {
        "Navigate": "url",
        "ExecuteScript": "execute/sync",
        "FindElement": "element",
        "ElementClick": "element/{id}/click",
        "ElementSendKeys": "element/{id}/value",
    }

    def __init__(self, http: httpx.Client, folder: Path) -> None:
        self.http = http
        options = {"binary": "/usr/bin/python3", "args": [str(WEBKIT_WINDOW), str(folder)]}
        wishes = {"acceptInsecureCerts": True, "webkitgtk:browserOptions": options}
        begun = self.told(http.post("/session", json={"capabilities": {"alwaysMatch": wishes}}))
        self.session = f"/session/{begun['sessionId']}"
        self.version = f"WebKitGTK {begun['capabilities']['browserVersion']}"

    def told(self, answer: httpx.Response) -> Any:
        value = answer.json()["value"]
        if not answer.is_success:
            raise RuntimeError(value)
        return value

    def ask(self, command: str, **told: object) -> Any:
        road = self.ROADS[command].format(**told)
        return self.told(self.http.post(f"{self.session}/{road}", json=told))

    def quit(self) -> None:
        self.http.delete(self.session)


class Firefox:
    """Marionette: each message is its length, a colon, and JSON."""

    def __init__(self, line: socket.socket) -> None:
        self.stream = line.makefile("rwb")
        self.told()
        self.asked = 0
        begun = self.ask("NewSession", acceptInsecureCerts=True)
        self.version = f"Firefox {begun['capabilities']['browserVersion']}"

    def told(self) -> Any:
        length = b""
        while (sign := self.stream.read(1)) not in (b":", b""):
            length += sign
        return json.loads(self.stream.read(int(length)))

    def ask(self, command: str, **told: object) -> Any:
        self.asked += 1
        message = json.dumps([0, self.asked, f"WebDriver:{command}", told]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, wrong, value = self.told()
        if wrong:
            raise RuntimeError(wrong)
        return value["value"] if set(value) == {"value"} else value


@contextlib.contextmanager
def webkit(folder: Path) -> Iterator[tuple[str, Window]]:
    port = free_port()
    road = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)
    with screen() as environment, process(["WebKitWebDriver", f"--port={port}"], environment), road as http:
        until_listening(port)
        driver = WebKit(http, folder)
        yield driver.version, Window(driver)
        driver.quit()


@contextlib.contextmanager
def firefox(folder: Path) -> Iterator[tuple[str, Window]]:
    port = free_port()
    folder.mkdir(exist_ok=True)
    (folder / "user.js").write_text(PREFERENCES + f'user_pref("marionette.port", {port});\n')
    command = ["firefox-esr", "--headless", "--marionette", "--profile", str(folder)]
    with process(command, {**os.environ, "HOME": str(folder)}):
        until_listening(port)
        with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
            driver = Firefox(line)
            yield driver.version, Window(driver)


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "800x900x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as shown:
        assert shown.stdout is not None
        number = shown.stdout.readline().decode().strip()
        try:
            yield {**os.environ, **ALONE, "DISPLAY": f":{number}"}
        finally:
            shown.terminate()


@contextlib.contextmanager
def process(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            yield
        finally:
            running.terminate()


def until_listening(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return
