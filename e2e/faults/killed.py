"""What a phone's system does when it needs the memory: the browser is gone between two instructions."""

from __future__ import annotations

import contextlib
import os
import signal

from playwright.sync_api import Error

from e2e.browser import Device, processes_of, until_gone


def kill_browser(phone: Device) -> None:
    """Kills the browser whose profile is this phone's folder with all that it started, and no other."""
    processes = processes_of(phone.folder)
    with until_gone(processes):
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
    with contextlib.suppress(Error):
        phone.switch_off()
