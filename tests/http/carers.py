"""A patient who invites somebody to help, from the phone; and somebody who comes by that invitation."""

from __future__ import annotations

from tests.asking import Json, Phone, next_id, token_of, told
from tests.people import Town

EVERYTHING = ("answers", "plan", "list", "today")


def consent(ingrid: Phone, related: str, *scopes: str, base: tuple[str, ...] = (), **more: object) -> str:
    """What Ingrid shares with somebody, as her phone writes it; gives the version."""
    said = {"resourceType": "Consent", "encounter": ingrid.stay, "related": related, "name": "Per", "relation": "sønn"}
    return ingrid.write({**said, "scopes": scopes, "status": "active", **more}, related, base)


def end(ingrid: Phone, related: str, base: str) -> str:
    return consent(ingrid, related, base=(base,), status="inactive")


def invite(ingrid: Phone, related: str) -> Json:
    invitation: Json = told(ingrid.post(f"/api/consents/{related}/invitation"), 201)
    return invitation


def come(town: Town, code: str, profile: str = "persownphone", **more: object) -> Phone:
    """A phone that hands in a code that says itself whose it is."""
    response = town.redeem(code, profile, **more)
    return Phone(town.http, told(response, 201), token_of(response))


def joined(town: Town, ingrid: Phone, *scopes: str) -> tuple[Phone, str]:
    """Per, who was invited and came; and the version by which he was."""
    related = next_id()
    version = consent(ingrid, related, *scopes)
    return come(town, invite(ingrid, related)["code"], role="related"), version


def kinds(answer: Json) -> list[str]:
    return [change["kind"] for change in answer.get("changed", [])]


def everything(phone: Phone) -> str:
    """All that this phone is told, from where it stands and from the start."""
    return str(phone.sync()) + str(phone.sync(since={}))
