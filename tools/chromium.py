"""Finds a Chromium for the browser tests, or brings one, and leaves a link to it in the virtual environment.

Where it can be had from Debian, its headless shell comes too: most tests run in it, in some two thirds of the time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LINK = Path(sys.prefix, "chromium")
SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def chosen() -> Path:
    """VIKTIG_CHROMIUM, or the one that set-up found."""
    named = os.environ.get("VIKTIG_CHROMIUM")
    path = Path(named) if named else LINK.readlink() if LINK.is_symlink() else None
    if path is None or not path.exists():
        raise RuntimeError("There is no Chromium. Run `make test`, or set VIKTIG_CHROMIUM to the path of one.")
    return path


def quick() -> Path:
    """The headless shell; the whole Chromium where there is none, or where one was named. It knows no push."""
    found = None if os.environ.get("VIKTIG_CHROMIUM") else shutil.which(SHELL)
    return Path(found) if found else chosen()


def installed() -> Path | None:
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return MAC if MAC.exists() else None


def downloaded() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def from_debian() -> Path | None:
    return installed() if debian("chromium") else None


def debian(package: str) -> bool:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not all(map(shutil.which, ("apt-get", *sudo[:1]))):
        return False
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *arguments]
        if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
            return False
    return True


def from_playwright() -> Path | None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return downloaded()


def main() -> None:
    named = os.environ.get("VIKTIG_CHROMIUM")
    found = Path(named) if named else installed() or downloaded() or from_debian() or from_playwright()
    if found is None or not found.exists():
        raise SystemExit(
            "No Chromium was found, and none could be installed. Install Chromium or Google Chrome "
            "(on Debian: apt-get install chromium), or set VIKTIG_CHROMIUM to its path."
        )
    LINK.unlink(missing_ok=True)
    LINK.symlink_to(found)
    if not named and os.geteuid() == 0 and not shutil.which(SHELL):
        debian(SHELL)


if __name__ == "__main__":
    main()
