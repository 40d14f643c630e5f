"""Whom reminders are sent to, in tests: an HTTP server that keeps what it got, and a post office with TLS."""

from __future__ import annotations

import contextlib
import json
import socketserver
import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Got:
    def __init__(self, path: str, headers: dict[str, str], body: bytes) -> None:
        self.path, self.headers, self.body = path, headers, body

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Receiver:
    """Answers each POST with `status`; `meanwhile` runs before the answer; 0 hangs up without one."""

    def __init__(self) -> None:
        self.got: list[Got] = []
        self.status = 201
        self.meanwhile: Callable[[], object] = lambda: None
        receiver = self

        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                named = {name.lower(): value for name, value in self.headers.items()}
                receiver.got.append(Got(self.path, named, body))
                receiver.meanwhile()
                if receiver.status:
                    self.send_response(receiver.status)
                    self.send_header("content-length", "0")
                    self.end_headers()
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Tests are quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate of 127.0.0.1's own, and a server's side of TLS with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "post-office.pem"
    kinds = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(made.public_bytes(kinds[0]) + key.private_bytes(*kinds))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return path, context


class PostOffice:
    """SMTP with STARTTLS. `refuses`: the answer to RCPT. `falls`: hangs up once the letter has been taken."""

    def __init__(self, folder: Path, *, tls: bool = True) -> None:
        self.letters: list[EmailMessage] = []
        self.safe: list[bool] = []
        self.refuses, self.falls = 250, False
        self.certificate, context = certificate(folder)
        office = self

        class Clerk(socketserver.StreamRequestHandler):
            def say(self, line: str) -> None:
                self.wfile.write(line.encode() + b"\r\n")

            def handle(self) -> None:
                with contextlib.suppress(ssl.SSLError):  # a caller who does not trust us hangs up
                    self.serve()

            def finish(self) -> None:
                super().finish()
                self.connection.close()

            def serve(self) -> None:
                self.say("220 post office")
                while line := self.rfile.readline().decode().strip():
                    match line.upper().split()[0]:
                        case "EHLO":
                            self.say("250-post office")
                            self.say("250 STARTTLS" if tls else "250 8BITMIME")
                        case "STARTTLS":
                            self.say("220 go on")
                            self.connection = self.request = context.wrap_socket(self.connection, server_side=True)
                            self.setup()
                        case "RCPT":
                            self.say(f"{office.refuses} so")
                        case "DATA":
                            self.say("354 go on")
                            office.take(self.letter(), isinstance(self.connection, ssl.SSLSocket))
                            if office.falls:
                                return
                            self.say("250 taken")
                        case "QUIT":
                            self.say("221 bye")
                            return
                        case _:
                            self.say("250 so")

            def letter(self) -> bytes:
                lines: list[bytes] = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line)
                return b"".join(lines)

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clerk)
        self.server.daemon_threads = True
        self.url = f"smtp://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def take(self, letter: bytes, safe: bool) -> None:
        self.letters.append(BytesParser(policy=default).parsebytes(letter))
        self.safe.append(safe)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
