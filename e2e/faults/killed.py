"""What a phone's system does when it needs the memory: the browser is gone between two instructions."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from playwright.sync_api import Error

from e2e.browser import Device


def kill_browser(phone: Device) -> None:
    """Kills the browser whose profile is this phone's folder, and no other."""
    own = f"--user-data-dir={phone.folder}".encode()
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if own in words and not any(word.startswith(b"--type=") for word in words):
            os.kill(int(process.name), signal.SIGKILL)
    with contextlib.suppress(Error):
        phone.switch_off()
