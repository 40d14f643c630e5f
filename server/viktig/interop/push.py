"""Web push: a short text sealed for one browser (RFC 8291) and signed by us (RFC 8292)."""

import asyncio
import base64
import logging
import os
import socket
import struct
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx
import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from viktig.domain.reminder import Outcome, PushKeys, known_service

LOG = logging.getLogger("viktig")
CURVE = ec.SECP256R1()
RECORD = 4096
SECONDS = 20
KEPT = 12 * 3600
"""How long a push service keeps it for a phone that is off."""
GONE = (404, 410)


class Push(msgspec.Struct, frozen=True):
    """Our key (32 bytes, base64url), whom a push service may write to about us, and which services we speak with."""

    key: str
    contact: str
    hosts: tuple[str, ...]
    test: str = ""

    @property
    def public(self) -> str:
        return b64(point(private(self.key)))

    def knows(self, endpoint: str) -> bool:
        return known_service(endpoint, self.hosts, self.test)

    async def send(self, endpoint: str, keys: PushKeys, text: str, now: int) -> Outcome:
        """`now`: seconds since 1970, for the signature's end."""
        if not self.knows(endpoint) or not (self.test or await outside(endpoint)):
            LOG.warning("a push service that is not on the list, or inside this network, was not asked")
            return "gone"
        try:
            body = seal(text.encode(), keys)
        except ValueError:
            return "gone"  # keys that fit no curve
        headers = {
            "Authorization": f"vapid t={self.signed(endpoint, now)}, k={self.public}",
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(KEPT),
            "Topic": "viktig",  # a newer one takes the place of one that is not delivered yet
            "Urgency": "normal",
        }
        return await posted(endpoint, headers, body, GONE)

    def signed(self, endpoint: str, now: int) -> str:
        """A token (ES256) for this one service, good for as long as the message."""
        parts = urlsplit(endpoint)
        said = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": now + KEPT, "sub": self.contact}
        text = ".".join(b64(msgspec.json.encode(part)) for part in ({"typ": "JWT", "alg": "ES256"}, said))
        r, s = decode_dss_signature(private(self.key).sign(text.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{text}.{b64(r.to_bytes(32) + s.to_bytes(32))}"


async def posted(address: str, headers: dict[str, str], body: bytes, gone: tuple[int, ...]) -> Outcome:
    """What came of one POST. An answer that never came may mean that it was taken."""
    try:
        async with httpx.AsyncClient(timeout=SECONDS, follow_redirects=False) as http:
            answer = await http.post(address, headers=headers, content=body)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.ProxyError):
        return "failed"
    except httpx.HTTPError:
        return "unknown"
    if answer.is_success:
        return "sent"
    return "gone" if answer.status_code in gone else "failed"


async def outside(endpoint: str) -> bool:
    """Whether the name leads out of this network. One that this machine cannot look up is left to the proxy."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(urlsplit(endpoint).hostname, 443, type=socket.SOCK_STREAM)
    except OSError:
        return True
    return all(ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)


def seal(text: bytes, keys: PushKeys, own: ec.EllipticCurvePrivateKey | None = None, salt: bytes = b"") -> bytes:
    """One record of aes128gcm. `own` and `salt` are new for each message."""
    theirs = unb64(keys.p256dh)
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs)
    own, salt = own or ec.generate_private_key(CURVE), salt or os.urandom(16)
    ours = point(own)
    shared = own.exchange(ec.ECDH(), receiver)
    secret = derived(32, unb64(keys.auth), b"WebPush: info\0" + theirs + ours, shared)
    key = derived(16, salt, b"Content-Encoding: aes128gcm\0", secret)
    nonce = derived(12, salt, b"Content-Encoding: nonce\0", secret)
    return salt + struct.pack("!LB", RECORD, len(ours)) + ours + AESGCM(key).encrypt(nonce, text + b"\2", None)


def derived(length: int, salt: bytes, about: bytes, secret: bytes) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, about).derive(secret)


def new_key() -> str:
    """A private key, as it is kept in the settings."""
    return b64(ec.generate_private_key(CURVE).private_numbers().private_value.to_bytes(32))


def private(key: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(unb64(key)), CURVE)


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
