"""What the server itself says: problems, and the few texts of printed paper."""

import gettext as catalogues
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

from babel.dates import format_date

from viktig.sentences import SENTENCES, _

__all__ = ["LANGUAGES", "Language", "_", "clock", "day", "negotiate", "ngettext", "sentence", "when"]

Language = Literal["nb", "nn", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
COMPILED: Final = Path(__file__).with_name("locales")
CLOCK: Final[dict[Language, str]] = {"nb": "{0}.{1:02}", "nn": "{0}.{1:02}", "en": "{0}:{1:02}"}
LONG_DAY: Final[dict[Language, str]] = {"nb": "d. MMMM y", "nn": "d. MMMM y", "en": "d MMMM y"}


def negotiate(accepted: str | None, default: Language = "nb") -> Language:
    """The best of our languages for an Accept-Language header (RFC 9110, 12.5.4)."""
    wishes: list[tuple[float, Language]] = []
    for wish in (accepted or "").lower().split(",")[:20]:
        tag, _semicolon, weight = wish.partition(";")
        language = tag.strip().partition("-")[0]
        language = "nb" if language == "no" else language
        quality = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", weight)
        worth = float(quality[1]) if quality else 0.0 if weight else 1.0
        wishes += [(worth, ours) for ours in LANGUAGES if ours == language and worth > 0]
    return max(wishes, key=lambda wish: wish[0], default=(0.0, default))[1]


def sentence(slug_or_msgid: str, language: Language, **values: object) -> str:
    """A problem's sentence by its slug, or any `_("...")`; `{name}` is filled from `values`."""
    return _fill(_catalogue(language).gettext(SENTENCES.get(slug_or_msgid, slug_or_msgid)), values)


def ngettext(one: str, many: str, n: int, language: Language, **values: object) -> str:
    return _fill(_catalogue(language).ngettext(one, many, n), {"n": n, **values})


def clock(at: datetime, language: Language, zone: ZoneInfo) -> str:
    """8.40"""
    local = at.astimezone(zone)
    return CLOCK[language].format(local.hour, local.minute)


def day(on: date, language: Language) -> str:
    """3. mars 2026: paper is read on another day, so it never says "today"."""
    return format_date(on, LONG_DAY[language], locale=language)


def when(at: datetime, language: Language, zone: ZoneInfo) -> str:
    """3. mars 2026 klokka 8.40"""
    on = day(at.astimezone(zone).date(), language)
    return sentence(_("{day} at {clock}"), language, day=on, clock=clock(at, language, zone))


@cache
def _catalogue(language: Language) -> catalogues.NullTranslations:
    return catalogues.translation("viktig", COMPILED, [language], fallback=True)


def _fill(text: str, values: Mapping[str, object]) -> str:
    """Not str.format: a translation must not reach into the values, and an unknown name stays visible."""
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), text)
