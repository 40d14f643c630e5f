"""Our modules made beforehand, so that a server starts without making them: `python -m viktig.content.made`."""

import hashlib
from pathlib import Path
from typing import Final

import msgspec

from viktig.content import glossary, modules
from viktig.content.modules import Told

OURS: Final = Path(__file__).parent
MADE: Final = OURS / "made/modules.json"


class Made(msgspec.Struct, frozen=True):
    """`digest`: of the files that they were made of, and of the code that made them."""

    digest: str
    modules: dict[str, Told]


def read(folder: Path) -> dict[str, Told]:
    """Each by its id, as it is written in `folder`; made anew unless that was done with these very files."""
    now = digest(folder)
    try:
        made = msgspec.json.decode(MADE.read_bytes(), type=Made)
    except (OSError, msgspec.MsgspecError):
        return make(folder)
    return made.modules if made.digest == now else make(folder)


def make(folder: Path) -> dict[str, Told]:
    words = glossary.read(folder)
    places = sorted(path for path in (folder / "modules").iterdir() if path.is_dir())
    return {place.name: modules.read(place, words) for place in places}


def digest(folder: Path) -> str:
    of = hashlib.sha256()
    written = (path for room in ("modules", "glossary") for path in (folder / room).rglob("*") if path.is_file())
    for path in (*sorted(written), *sorted(OURS.glob("*.py")), OURS.parent / "domain/module.py"):
        body = path.read_bytes()
        of.update(f"{path.parent.name}/{path.name} {len(body)}\n".encode())
        of.update(body)
    return of.hexdigest()


def main(folder: Path = OURS) -> None:
    MADE.parent.mkdir(exist_ok=True)
    MADE.write_bytes(msgspec.json.encode(Made(digest=digest(folder), modules=make(folder))))


if __name__ == "__main__":
    main()
