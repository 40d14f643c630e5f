"""Drawings stand in the page itself: no request, the colours of the text, and told in words."""

import re
from pathlib import Path
from typing import Final

from markdown_it.common.utils import escapeHtml

from viktig.content.reading import demand

OF_TEN: Final = re.compile(r"(\d|10)-of-10(-people)?")
"""A picture that nobody has to draw: so many of ten are filled in."""
PERSON: Final = '<circle cx="{x}" cy="16" r="8"{fill}/><path d="M{left} 58V40a11 11 0 0 1 22 0v18z"{fill}/>'
DOT: Final = '<circle cx="{x}" cy="37" r="11"{fill}/>'


def of_ten(count: int, shape: str) -> str:
    """Filled ones first; the others are outlines, so that it does not hang on colour."""
    drawn = [
        shape.format(x=x, left=x - 11, fill=' fill="currentColor"' if at < count else "")
        for at, x in enumerate(range(16, 320, 32))
    ]
    return f'<svg viewBox="0 0 320 74" fill="none" stroke="currentColor" stroke-width="2">{"".join(drawn)}</svg>'


def drawing(folder: Path, name: str, told: str) -> str:
    """`name`: an SVG beside the text, or `4-of-10`, `4-of-10-people`. `told`: the same in words."""
    demand(told, "a drawing needs a text alternative")
    counted = OF_TEN.fullmatch(name)
    shape = PERSON if counted and counted[2] else DOT
    drawn = of_ten(int(counted[1]), shape) if counted else (folder / name).read_text("utf-8")
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escapeHtml(told)}" ', 1)
