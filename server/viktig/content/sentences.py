"""Where a sentence ends. A full stop ends none after an abbreviation, inside a number or a date."""

import re
from collections.abc import Iterator
from typing import Final

NEVER_LAST: Final = re.compile(
    r"f\.eks|t\.d|bl\.a|m\.a|dvs|d\.v\.s|kl|ca|nr|tlf|jfr?|evt?|inkl|ekskl|pkt|dr|prof|st|p\.g\.a|pga"
    r"|i\.e|e\.g|approx|mrs?|ms|vs",
    re.IGNORECASE,
)
"""Something always follows them, also a name: St. Olavs, f.eks. Paracet, kl. 09.00."""
OFTEN_LAST: Final = re.compile(
    r"osv|o\.l|o\.a|m\.m|m\.fl|mv|m\.v|etc|mnd|mill|mrd|min|sek|kr|stk|a\.m|p\.m", re.IGNORECASE
)
"""They end a sentence when a capital letter follows."""

STOP: Final = re.compile(r"(?P<mark>[.!?]+)[»”\"'’)\]]*(?P<gap>\s+|$)")
LAST_WORD: Final = re.compile(r"[^\s(«“\"'\[]*$")
NAMED: Final = re.compile(r"(?:^|[A-ZÆØÅ]\S*\s|\.\s)$")


def sentences(text: str) -> Iterator[str]:
    """Plain text. A paragraph is a sentence even without a full stop (a heading)."""
    for paragraph in re.split(r"\n\s*\n", text):
        begin = 0
        for stop in STOP.finditer(paragraph):
            if _ends(paragraph[begin : stop.start()], stop["mark"], stop["gap"], paragraph[stop.end() :]):
                yield paragraph[begin : stop.end()].strip()
                begin = stop.end()
        yield paragraph[begin:].strip()


def _ends(before: str, mark: str, gap: str, after: str) -> bool:
    following = after.lstrip("«“\"'([")[:1]
    if not following or mark != ".":
        return not following.islower()
    found = LAST_WORD.search(before)
    word = found[0] if found else ""
    if NEVER_LAST.fullmatch(word) or _initial(before, word):
        return False
    if OFTEN_LAST.fullmatch(word):
        return following.isupper()
    # A date: 1. mai. Between two points of a list there is a line.
    return "\n" in gap or not following.islower()


def _initial(before: str, word: str) -> bool:
    """A. Nilsen, Kari A. Nilsen; but not: take vitamin D."""
    return len(word) == 1 and word.isupper() and bool(NAMED.search(before[:-1]))
