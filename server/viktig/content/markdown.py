"""Markdown as html that holds nothing but text, links and drawings; and as the plain words of it."""

import re
from pathlib import Path
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from viktig.content.drawing import drawing
from viktig.content.terms import Terms
from viktig.domain.module import Term

TAGS: Final = {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "svg", "g", "path", "circle", "rect"}
DRAWN: Final = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "transform"}
ATTRIBUTES: Final = {
    "a": {"href"},
    "svg": {"viewBox", "role", "aria-label", *DRAWN},
    "g": DRAWN,
    "path": {"d", *DRAWN},
    "circle": {"cx", "cy", "r", *DRAWN},
    "rect": {"x", "y", "width", "height", "rx", *DRAWN},
}
EXPLAINED: Final = re.compile(r"#word-[a-z0-9-]+")
"""The only place within the page that a link may lead to."""

MARKDOWN: Final = MarkdownIt("commonmark", {"html": False})


def _drawing(self: RendererProtocol, tokens: list[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return drawing(env["folder"], str(tokens[at].attrs["src"]), tokens[at].content)


MARKDOWN.add_render_rule("image", _drawing)


def html(markdown: str, folder: Path) -> str:
    """Sanitised; links lead to telephones, to https, or to what a word means."""
    return _clean(MARKDOWN.render(markdown, {"folder": folder}))


def screen(markdown: str, folder: Path, terms: Terms) -> tuple[str, tuple[Term, ...]]:
    """The html, and the terms that it explains in place."""
    around = {"folder": folder}
    tokens = MARKDOWN.parse(markdown, around)
    met = terms.link(tokens)
    return _clean(MARKDOWN.renderer.render(tokens, MARKDOWN.options, around)), met


def _clean(rendered: str) -> str:
    return nh3.clean(
        rendered,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes={"a": {"term"}},
        url_schemes={"tel", "https"},
        url_relative=lambda url: url if EXPLAINED.fullmatch(url) else None,
        link_rel=None,
    ).strip()


def plain(text: str) -> str:
    """What is read: headings and sentences, without marks, addresses and drawings."""
    plain = re.sub(r"!\[[^][]*]\([^)(]*\)", "", text)
    plain = re.sub(r"\[([^][]*)]\([^)(]*\)", r"\1", plain)
    plain = re.sub(r"^#+ (.*)$", r"\1\n", plain, flags=re.MULTILINE)
    return re.sub(r"^([-+*]|\d+\.) |\*", "", plain, flags=re.MULTILINE)
