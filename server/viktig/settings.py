"""Every setting, read once from the environment. The table in README.md is held against this file by a test."""

import os
from pathlib import Path

import msgspec


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
