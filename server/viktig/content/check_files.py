"""The gate for the files themselves, before a word of them is read: each lies here, is text, and is no book."""

from pathlib import Path
from typing import Final

from viktig.content.finding import Finding

READ: Final = (".md", ".toml", ".svg")
LARGEST: Final = 60_000
"""Bytes of one file. The longest of ours has a quarter of it."""


def files(place: Path) -> list[Finding]:
    return [
        Finding("mend", "module", place.name if path == place else f"{place.name}/{path.name}", says)
        for path in (place, *sorted(path for path in place.iterdir() if path.suffix in READ))
        if (says := fault(path))
    ]


def fault(path: Path) -> str:
    """A link might lead to any file of this machine, and what it says would be published."""
    if path.is_symlink():
        return "only points to another place. Put the file itself here"
    if path.is_dir():
        return ""
    if not path.is_file():
        return "is no file"
    if path.stat().st_size > LARGEST:
        return f"is larger than {LARGEST:,} bytes. Make several modules of it, or a simpler drawing"
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return "is not written in UTF-8. Save it again as that"
    return ""
