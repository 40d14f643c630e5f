"""Reading content files strictly: what is wrong is told with the file and the reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from viktig.content import toml_faults

T = TypeVar("T")

LANGUAGES: Final = ("nb", "nn", "en")
"""Content is whole in each of these; the first is the one it is written in."""


class BadContent(ValueError):
    """A content file that must not be served."""


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody wrote in a TOML file: a word we do not know is a mistake."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    try:
        yield
    except BadContent:
        raise
    except (OSError, ValueError, KeyError, RecursionError) as error:
        raise BadContent(f"{path.parent.name}/{path.name}: {error}") from error


def toml(path: Path, shape: type[T]) -> T:
    with reading(path):
        text = written(path)
        deep = toml_faults.deep(text)
        demand(not deep, deep)
        try:
            return msgspec.toml.decode(text, type=shape)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError as fault:
            raise ValueError(toml_faults.plain(str(fault))) from fault
        except RecursionError as fault:
            raise ValueError("brackets stand in brackets, hundreds deep. Take them away") from fault


def written(path: Path) -> str:
    """Some editors put a mark before the first letter."""
    return path.read_text("utf-8-sig")


def demand(holds: object, reason: str) -> None:
    if not holds:
        raise ValueError(reason)
