"""A browser that is reminded: opens what was sealed for it, written from RFC 8291's receiving side."""

from __future__ import annotations

import hmac
import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from viktig.domain.reminder import PushKeys
from viktig.interop.push import b64, point

CURVE = ec.SECP256R1()


def mac(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, "sha256")


class Browser:
    def __init__(self) -> None:
        self.private, self.auth = ec.generate_private_key(CURVE), os.urandom(16)
        self.public = point(self.private)
        self.keys = PushKeys(p256dh=b64(self.public), auth=b64(self.auth))

    def opened(self, body: bytes) -> str:
        salt, length = body[:16], body[20]
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        shared = self.private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs))
        secret = mac(mac(self.auth, shared), b"WebPush: info\0" + self.public + theirs + b"\1")
        first = mac(salt, secret)
        key, nonce = (
            mac(first, b"Content-Encoding: aes128gcm\0\1")[:16],
            mac(first, b"Content-Encoding: nonce\0\1")[:12],
        )
        text, _, _ = AESGCM(key).decrypt(nonce, sealed, None).rpartition(b"\2")
        return text.decode()
