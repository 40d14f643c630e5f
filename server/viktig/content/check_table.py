"""What the gate found, for the one who writes: a table first, then what to mend, file by file."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from viktig.content.finding import Checked, Finding
from viktig.content.readability import EASY_GOAL, GOAL

HEAD: Final = ("module", "language", "words", "LIX", "longest", "readers", "PEMAT", "look again", "")


def lines(checked: list[Checked]) -> Iterator[str]:
    yield from table([HEAD, *(row for one in checked for row in _rows(one))])
    findings = [finding for one in checked for finding in one.findings]
    for weight, heading in (("mend", "Must be mended before it is published:"), ("look", "Look at this:")):
        some = [finding for finding in findings if finding.weight == weight]
        if some:
            yield ""
            yield heading
            yield from _told(some)
    yield ""
    yield f"LIX: how hard it is to read, {GOAL} or less is the goal, {EASY_GOAL} for easy texts."
    yield "longest: words in the longest sentence."
    if any(one.state == "held back" for one in checked):
        yield "held back: speaks of a crisis, and is shown to nobody before a health professional has reviewed it."
    yield "readers: people who have tried it. PEMAT: per cent, easy to understand / easy to act on."


def _rows(one: Checked) -> Iterator[tuple[str, ...]]:
    verdict = "must be mended" if one.stopped else one.state
    looked = (str(one.readers or "nobody"), one.pemat or "-", one.next, verdict)
    if not one.languages:
        yield (one.module, "-", "-", "-", "-", "-", "-", "-", verdict)
    for figures in one.languages:
        lix = "-" if figures.lix is None else f"{figures.lix:.0f}"
        yield (one.module, figures.language, str(figures.words), lix, str(figures.longest), *looked)


def table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _told(findings: list[Finding]) -> Iterator[str]:
    for file, some in groupby(findings, attrgetter("file")):
        yield f"  {file}"
        for finding in some:
            place = f"line {finding.line}: " if finding.line else ""
            yield f"    - {place}{finding.says}"
            for sentence in finding.mend:
                yield f"        {' '.join(sentence.split())}"
