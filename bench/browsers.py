"""`make browsers`: the loop, and a restart without a network, in WebKitGTK (as on iPhones, nearly) and in Firefox.

Both over https with a certificate of this run alone: WebKitGTK drops Secure cookies on http://localhost.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bench.windows import Window, firefox, webkit
from e2e.phone import BORN, QUESTIONS, Nurse, path_of
from e2e.proxy import Proxy, proxy_to
from e2e.server import Server

PACKAGES = {
    "WebKitWebDriver": ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"],
    "firefox-esr": ["firefox-esr"],
}
Opened = Callable[[Path], AbstractContextManager[tuple[str, Window]]]
BROWSERS: dict[str, Opened] = {"WebKitWebDriver": webkit, "firefox-esr": firefox}
READY = """(() => {
  navigator.serviceWorker.getRegistration().then(async found => {
    const kept = await (await caches.open("content")).keys();
    window.ready = found?.active?.state === "activated" && kept.length >= 4;
  });
  return window.ready;
})()"""
VALUE = "document.querySelector('textarea')?.value === "


def here(program: str) -> bool:
    """For WebKit also what our window in the system's Python needs."""
    webkit_window = ["/usr/bin/python3", "-c", "import gi; gi.require_version('WebKit2', '4.1')"]
    if shutil.which(program) is None or (program == "WebKitWebDriver" and not shutil.which("Xvfb")):
        return False
    return (
        program != "WebKitWebDriver" or subprocess.run(webkit_window, check=False, capture_output=True).returncode == 0
    )


def installed(program: str) -> bool:
    """Brings the Debian packages when they are not there and this may be done."""
    if here(program):
        return True
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print(f"  {program}: apt-get install {' '.join(PACKAGES[program])} ...", flush=True)
    if not all(map(shutil.which, ("apt-get", *sudo[:1]))):
        return False
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES[program]]):
        command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *arguments]
        subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    return here(program)


def certificate(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    hosts = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
    signed = made.add_extension(hosts, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "localhost.pem").write_bytes(pem + signed.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "localhost.pem")
    return context


def begin(window: Window, url: str) -> None:
    window.go(url)
    for button in ("English", "I am the patient", "I understand"):
        window.press(button)
    for label, part in zip(("Year", "Month", "Day"), BORN.split("-"), strict=True):
        window.fill(label, part)
    window.press("Next")
    window.press("Begin")
    window.reads(f"Question 1 of {QUESTIONS}")


def visit(opened: Opened, folder: Path, network: Proxy, nurse: Nurse) -> str:
    """The whole loop in one browser; gives its name and version."""
    stay = nurse.admit()
    with opened(folder) as (version, window):
        begin(window, network.url + path_of(nurse.invite(stay)))
        window.fill("Your answer", "Snakk høyt")
        window.reads("Saved on this phone")
        window.until(READY)
    network.go_away()
    with opened(folder) as (_, window):
        window.go(f"{network.url}/p/form/what-matters")
        window.until(f"{VALUE}'Snakk høyt'")
        window.fill("Your answer", ", og sakte")
        window.until(f"{VALUE}'Snakk høyt, og sakte'")
        window.press("Next")
        window.reads(f"Question 2 of {QUESTIONS}")
        network.come_back()
        window.go(f"{network.url}/p/send/what-matters")
        window.press("Send")
        window.reads("Received at Medisin 2")
        assert nurse.sent(stay) == {"talk": "Snakk høyt, og sakte"}
        nurse.read(stay)
        window.go(f"{network.url}/p")
        window.reads("Read by Kari, nurse")
    return version


def main() -> int:
    missing = [program for program in BROWSERS if not installed(program)]
    with tempfile.TemporaryDirectory(prefix="viktig-browsers-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        server = Server(folder)
        server.start()
        try:
            nurse = Nurse(server)
            with proxy_to(server.port, tls=certificate(folder)) as network:
                for program, opened in BROWSERS.items():
                    if program not in missing:
                        version = visit(opened, folder / program, network, nurse)
                        print(f"{version}: asked, answered, restarted without a network, sent, read", flush=True)
            nurse.http.close()
        finally:
            server.stop()
    for program in missing:
        print(f"{program}: not run. It is not here, and could not be installed.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
