"""Finds a Chromium for the browser tests, or brings one, and leaves a link to it in the virtual environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def installed() -> Path | None:
    """VIKTIG_CHROMIUM, one on the path, or the one that Playwright downloaded."""
    named = os.environ.get("VIKTIG_CHROMIUM")
    if named:
        return Path(named) if Path(named).exists() else None
    for name in NAMES:
        found = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/bin", "/snap/bin")))
        if found:
            return Path(found)
    return MAC if MAC.exists() else downloaded()


def downloaded() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def from_debian() -> None:
    if shutil.which("apt-get") is None:
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and shutil.which("sudo") is None:
        return
    quiet = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        if subprocess.run([*quiet, *arguments], stdin=subprocess.DEVNULL, check=False).returncode:
            return


def from_playwright() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> None:
    for bring in (None, from_debian, from_playwright):
        if bring is not None:
            bring()
        found = installed()
        if found is not None:
            link = Path(sys.prefix, "chromium")
            link.unlink(missing_ok=True)
            link.symlink_to(found)
            return
    raise SystemExit(
        "No Chromium was found, and none could be installed. Install Chromium or Google Chrome "
        "(on Debian: apt-get install chromium), or set VIKTIG_CHROMIUM to its path."
    )


if __name__ == "__main__":
    main()
