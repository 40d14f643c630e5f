"""Whether a form's regular expression may be used: read alike by Python and by browsers, and never slow.

Both of ours hold a whole text of at most 1,000 characters against it: `re.fullmatch` with re.ASCII, and JavaScript's
`^(?:…)$` without flags. What the two read differently, or one of them cannot read, is refused. So is what can explode:
at each choice (an alternative, one round more or not) the next character has to tell which way to go, or the number of
ways to try is multiplied. A choice that the next character settles costs one step, so what is let through is bounded.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from viktig.domain.questionnaire.regex_reader import MOST_TIMES, Node, Reader, Refused, Set

LONGEST: Final = 500
MOST_WAYS: Final = 4_000
"""Two overlapping repeats in a row over 1,000 characters, and a few small choices beside them."""
END: Final[Set] = ((-1, -1),)
SLOW: Final = (
    "can take very long on some answers: too much of it overlaps. Let what follows a repeat begin with a character "
    "that the repeat does not take, as in [^@]+@"
)


class Judged(NamedTuple):
    refused: str = ""
    differs: tuple[str, ...] = ()
    """Characters that the two engines read differently, although both read the expression."""


class Ways(NamedTuple):
    """How many ways of taking a text have to be tried at most, and how many of them end at one and the same place."""

    all: float
    there: float


ONE: Final = Ways(1, 1)
ENDLESS: Final = Ways(float("inf"), float("inf"))


def judge(pattern: str, lines: bool = False) -> Judged:
    """`lines`: whether the text may have several lines."""
    if len(pattern) > LONGEST:
        return Judged(refused=f"is longer than {LONGEST} characters")
    reader = Reader(pattern, lines)
    try:
        tree = reader.whole()
    except Refused as why:
        return Judged(refused=str(why))
    if ways(tree, END).all > MOST_WAYS:
        return Judged(refused=SLOW)
    return Judged(differs=tuple(dict.fromkeys(reader.differs)))


def overlap(one: Set, other: Set) -> bool:
    return any(a <= d and c <= b for a, b in one for c, d in other)


def merged(*ranges: tuple[int, int]) -> Set:
    """The same characters in as few ranges as can be."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return tuple(made)


@lru_cache(maxsize=4096)
def taken(node: Node) -> Set:
    """Every character that it may take anywhere."""
    return merged(*node.set, *(one for part in node.parts for one in taken(part)))


def empty(node: Node) -> bool:
    """Whether it may take nothing at all."""
    match node.kind:
        case "character":
            return False
        case "nothing":
            return True
        case "sequence":
            return all(map(empty, node.parts))
        case "either":
            return any(map(empty, node.parts))
        case _:
            return node.low == 0 or empty(node.parts[0])


@lru_cache(maxsize=4096)
def begins(node: Node, then: Set) -> Set:
    """The characters it may begin with, and where it may be empty those of what comes `then`."""
    match node.kind:
        case "character":
            return node.set
        case "nothing":
            return then
        case "sequence":
            for part in reversed(node.parts):
                then = begins(part, then)
            return then
        case "either":
            return merged(*(one for part in node.parts for one in begins(part, then)))
        case _:
            own = begins(node.parts[0], ())
            return merged(*own, *then) if empty(node) else own


@lru_cache(maxsize=4096)
def ways(node: Node, then: Set) -> Ways:
    match node.kind:
        case "sequence":
            whole = _in_a_row(node.parts, then)
            return min(whole, _split(node.parts)) if then == END and whole.all > MOST_WAYS else whole
        case "either":
            each = [ways(part, then) for part in node.parts]
            starts = [begins(part, then) for part in node.parts]
            apart = not any(overlap(one, other) for n, one in enumerate(starts) for other in starts[:n])
            put = max if apart else sum
            return Ways(put(one.all for one in each), put(one.there for one in each))
        case "repeat":
            return _rounds(node, then)
        case _:
            return ONE


def _in_a_row(parts: tuple[Node, ...], then: Set) -> Ways:
    """Every choice times every other. Where all but one are made, the place where it ends tells that one."""
    product, told = 1.0, 1.0
    for part in reversed(parts):
        own = ways(part, then)
        product *= own.all
        told = max(told, own.all / own.there if own.there < ENDLESS.there else 1)
        then = begins(part, then)
    return Ways(product, product / told) if product < ENDLESS.all else ENDLESS


def _split(parts: tuple[Node, ...]) -> Ways:
    """At a character that the rest never takes: each try of the rest ends at the next such character, so that all
    tries together go through the text but once for each way of reaching one place."""
    best = ENDLESS
    for n, part in enumerate(parts):
        rest = parts[n + 1 :]
        if part.kind == "character" and not overlap(part.set, merged(*(one for each in rest for one in taken(each)))):
            before, after = _in_a_row(parts[:n], part.set), _in_a_row(rest, END)
            if max(before.all, after.all) < ENDLESS.all:
                best = min(best, Ways(before.all + before.there * after.all, before.there * after.all))
    return best


def _rounds(node: Node, then: Set) -> Ways:
    body, most = node.parts[0], MOST_TIMES if node.high is None else node.high
    if most == 0:
        return ONE
    if most > 1 and empty(body):
        return ENDLESS
    own = begins(body, ())
    inside = ways(body, merged(*own, *then) if most > 1 else then).all
    if inside > MOST_WAYS or (node.high is None and inside > 1):
        return ENDLESS
    settled = not empty(body) and (node.low == node.high or not overlap(own, then))
    rounds = inside ** min(most, 64)
    return Ways(rounds, rounds) if settled else Ways(rounds * (most - node.low + 1), rounds)
