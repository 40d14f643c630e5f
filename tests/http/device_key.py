"""The key of a phone, as a browser makes it: ECDSA on P-256, signatures as r and s."""

from __future__ import annotations

import base64

import httpx
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from tests.asking import Person, told
from tests.people import Town


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class DeviceKey:
    def __init__(self) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())

    @property
    def public(self) -> dict[str, str]:
        """As a JWK."""
        numbers = self.private.public_key().public_numbers()
        x, y = (base64url(number.to_bytes(32)) for number in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": "P-256", "x": x, "y": y}

    def sign(self, nonce: str) -> str:
        r, s = decode_dss_signature(self.private.sign(nonce.encode(), ec.ECDSA(hashes.SHA256())))
        return base64url(r.to_bytes(32) + s.to_bytes(32))

    def renew(self, town: Town, device: str, profile: str, nonce: str = "", signature: str = "") -> httpx.Response:
        """Asks for a challenge (unless given one), signs it (unless given the signature), and renews."""
        nonce = nonce or challenge(town, device)
        body = {"device": device, "nonce": nonce, "signature": signature or self.sign(nonce), "profile": profile}
        return Person(town.http, profile).post("/api/session/renew", body)


def challenge(town: Town, device: str) -> str:
    return str(told(town.stranger().post("/api/session/challenge", {"device": device}))["nonce"])
