"""Drawings stand in the page itself: no request, the colours of the text, and told in words."""

import re
from pathlib import Path
from typing import Final

from markdown_it.common.utils import escapeHtml

from viktig.content.reading import demand, written

ROOT: Final = re.compile(r"<svg(?=[\s>])")
ASIDE: Final = re.compile(r"<!--.*?-->", re.DOTALL)
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
    demand(counted or Path(name).name == name, f"{name} does not lie beside the text")
    drawn = of_ten(int(counted[1]), shape) if counted else ASIDE.sub("", written(folder / name))
    demand(ROOT.search(drawn), f"{name} holds no drawing")
    return ROOT.sub(lambda _: f'<svg role="img" aria-label="{escapeHtml(told)}"', drawn, count=1)
