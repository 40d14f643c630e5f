"""Every setting, read once from the environment. The table in README.md is held against this file by a test."""

import os
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

PUSH_SERVICES = "fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com"


class Settings(msgspec.Struct, frozen=True):
    database: str = "sqlite:///viktig.db"
    """VIKTIG_DATABASE: `sqlite:///path/to/file.db` or `postgresql://…`; VIKTIG_DATABASE_FILE names a file with it."""
    url: str = ""
    """VIKTIG_URL: the https address that people open. Links and QR codes carry it. Empty: the address listened on."""
    host: str = "127.0.0.1"
    """VIKTIG_HOST: the address to listen on."""
    port: int = 8000
    """VIKTIG_PORT: the port to listen on."""
    trusted_proxies: str = ""
    """VIKTIG_TRUSTED_PROXIES: addresses, with commas between, whose forwarding headers count. Empty: none."""
    vapid_key: str = ""
    """VIKTIG_VAPID_KEY: the key for web push, made by `viktig push keys`. Empty: no web push."""
    vapid_contact: str = ""
    """VIKTIG_VAPID_CONTACT: `mailto:` or https address where a push service can reach whoever runs the server."""
    push_hosts: str = PUSH_SERVICES
    """VIKTIG_PUSH_HOSTS: names of push services that may be asked, with commas between; `*.` for all below a name."""
    push_test: str = ""
    """VIKTIG_PUSH_TEST: the one address (`http://127.0.0.1:9999`) that tests use in place of a push service."""
    sms_hook: str = ""
    """VIKTIG_SMS_HOOK: the address that takes text messages (docs/reminders.md). Empty: no text messages."""
    sms_secret: str = ""
    """VIKTIG_SMS_SECRET: sent to the hook as a bearer token."""
    smtp: str = ""
    """VIKTIG_SMTP: `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. Empty: no e-mail."""
    smtp_from: str = ""
    """VIKTIG_SMTP_FROM: the sender's address."""
    remind_after: Annotated[int, Meta(ge=1, le=240)] = 4
    """VIKTIG_REMIND_AFTER: hours until somebody who wants it is reminded of answers that are not sent."""
    quiet_hours: Annotated[str, Meta(pattern=r"^([01]\d|2[0-3])-([01]\d|2[0-3])$")] = "21-08"
    """VIKTIG_QUIET_HOURS: hours of the unit's day when nothing is sent; `00-00` is none."""
    reminders_a_day: Annotated[int, Meta(ge=1, le=24)] = 1
    """VIKTIG_REMINDERS_A_DAY: at most so many in 24 hours, by all ways together."""
    reminders_a_stay: Annotated[int, Meta(ge=0, le=100)] = 2
    """VIKTIG_REMINDERS_A_STAY: at most so many in a stay; 0 sends none."""

    @property
    def base(self) -> str:
        """The address that links begin with, without a slash at the end."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104
        return (self.url or f"http://{host}:{self.port}").rstrip("/")


def read_settings(environment: dict[str, str] | None = None) -> Settings:
    """NAME, or NAME_FILE naming a file that holds the value; a wrong one is said with its name."""
    env = dict(os.environ) if environment is None else environment
    found: dict[str, str] = {}
    for field in Settings.__struct_fields__:
        name = f"VIKTIG_{field.upper()}"
        if f"{name}_FILE" in env:
            found[field] = _kept(f"{name}_FILE", Path(env[f"{name}_FILE"]))
        elif env.get(name):
            found[field] = env[name]
    try:
        return msgspec.convert(found, Settings, strict=False)
    except msgspec.ValidationError as wrong:
        raise SystemExit(f"A setting cannot be used: {wrong}") from wrong


def _kept(name: str, path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError as missing:
        raise SystemExit(f"{name}: {path}: {missing.strerror}") from missing
