"""The public pages as HTML: what they have in common, the list of what there is to read, and what is missing."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final, NamedTuple

from viktig.content.modules import Told
from viktig.domain.module import Module, Reader
from viktig.language import LANGUAGES, Language, _, ngettext, sentence

LEARN: Final = "/learn"
NAMES: Final[dict[Language, str]] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
READERS: Final[dict[frozenset[Reader], str]] = {
    frozenset(("patient",)): _("For patients."),
    frozenset(("carer",)): _("For those close to a patient."),
}
NOINDEX: Final = '<meta name="robots" content="noindex">'


class Shelf(NamedTuple):
    """What may be read below an address. `base`: where the server is reached."""

    base: str
    whose: str
    modules: Mapping[str, Told]

    @property
    def indexed(self) -> bool:
        return any(not told.first.draft for told in self.modules.values())

    def address(self, module: Module, language: str = "") -> str:
        return f"{self.whose}/{module.id}/{language or module.language}{'/easy' if module.easy else ''}"


def said(msgid: str, language: Language, **values: object) -> str:
    return escape(sentence(msgid, language, **values))


def listed(shelf: Shelf, language: Language) -> str:
    title = sentence(_("Something to learn from"), language)
    modules = sorted((told.languages[language] for told in shelf.modules.values()), key=lambda one: one.title)
    points = "".join(
        f'<li><a href="{shelf.address(module)}">{escape(module.title)}</a>'
        f'<p class="quiet">{reading(module, language)}'
        f"{' ' + said(_('Draft.'), language) if module.draft else ''}</p></li>"
        for module in modules
    )
    about = sentence(_("Short texts for patients and those close to them. Free for everybody."), language)
    addresses = {one: f"{shelf.whose}/{one}" for one in LANGUAGES}
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(about)}</p>",
        f'<ul class="list">{points}</ul>' if points else f"<p>{said(_('There is nothing here yet.'), language)}</p>",
    ]
    head = [*links(shelf, about, language, addresses), "" if shelf.indexed else NOINDEX]
    return document(title, language, head, body, header(shelf, language, addresses))


def missing(language: Language) -> str:
    title = sentence(_("This page is not here"), language)
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{said(_('It may have moved, or it has been taken away.'), language)}</p>",
        f'<p><a href="{LEARN}/{language}">{said(_("See what there is to read"), language)}</a></p>',
    ]
    return document(title, language, [NOINDEX], body, "")


def reading(module: Module, language: Language) -> str:
    """For whom it is, and how long it takes."""
    whom = READERS.get(frozenset(module.for_whom), _("For patients and those close to them."))
    time = ngettext("Read in {n} minute.", "Read in {n} minutes.", module.minutes, language)
    return f"{said(whom, language)} {escape(time)}"


def links(shelf: Shelf, about: str, language: Language, addresses: Mapping[Language, str]) -> list[str]:
    """What search engines are told: what it is about, its one address, and the same in other languages."""
    chosen = addresses[language].removesuffix(f"/{language}")
    others = [*addresses.items(), *([("x-default", chosen)] if chosen != addresses[language] else [])]
    return [
        f'<meta name="description" content="{escape(about)}">',
        f'<link rel="canonical" href="{escape(shelf.base + addresses[language])}">',
        *(f'<link rel="alternate" hreflang="{name}" href="{escape(shelf.base + one)}">' for name, one in others),
    ]


def header(shelf: Shelf, language: Language, addresses: Mapping[Language, str]) -> str:
    choices = "".join(
        f'<li><a href="{one}" lang="{name}" hreflang="{name}"{" aria-current=page" if name == language else ""}>'
        f"{NAMES[name]}</a></li>"
        for name, one in addresses.items()
    )
    return (
        f'<header><a class="home" href="{shelf.whose}/{language}">Viktig</a>'
        f'<nav aria-label="{said(_("Language"), language)}"><ul>{choices}</ul></nav></header>'
    )


def document(title: str, language: Language, head: Iterable[str], body: Iterable[str], header: str) -> str:
    return "\n".join(
        (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">',
            f"<title>{escape(title)} – Viktig</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            *(one for one in head if one),
            f'<link rel="stylesheet" href="{LEARN}/learn.css"><link rel="icon" href="/icon.svg"></head><body>',
            f'<a class="skip" href="#text">{said(_("Go to the text"), language)}</a>',
            header,
            '<main id="text">',
            *body,
            "</main></body></html>",
        )
    )


def sitemap(shelves: Iterable[Shelf]) -> str:
    """What is reviewed, in each language. Nothing else is to be found by searching."""
    found: list[str] = []
    for shelf in shelves:
        whole = [told for told in shelf.modules.values() if not told.first.draft]
        found += [f"{shelf.base}{shelf.whose}/{language}" for language in LANGUAGES if whole]
        variants = [one for told in whole for one in (*told.languages.values(), *told.easy.values())]
        found += [shelf.base + shelf.address(one) for one in variants]
    told = "".join(f"<url><loc>{escape(one)}</loc></url>\n" for one in found)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{told}</urlset>\n'
    )
