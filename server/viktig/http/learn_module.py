"""One module as a public page: the text, what its words mean, how far it can be trusted, the address on paper."""

import re
from collections.abc import Iterator
from datetime import date
from html import escape, unescape
from typing import Final

from viktig.content.modules import Told
from viktig.domain.module import Module, ModuleReview, Source
from viktig.http.learn_html import NOINDEX, Shelf, document, header, links, reading, said
from viktig.interop.sheet import qr_code
from viktig.language import LANGUAGES, Language, _, day, ngettext

LONGEST: Final = 155
"""Letters of a description: search engines show no more."""


def page(shelf: Shelf, told: Told, module: Module, language: Language) -> str:
    addresses = {one: shelf.address(module, one) for one in LANGUAGES if one in told.languages}
    whole = shelf.base + addresses[language]
    body = [
        f"<h1>{escape(module.title)}</h1>",
        f'<p class="quiet">{reading(module, language)}</p>',
        *standing(module.review, language),
        *variant(shelf, told, module, language),
        *media(module),
        *(f"<section><h2>{escape(step.title)}</h2>{step.html}</section>" for step in module.steps),
        *words(module, language),
        '<section class="about">',
        f"<h2>{said(_('About this text'), language)}</h2>",
        *trust(module, language),
        "</section>",
        f'<footer class="paper">{qr_code(whole)}<p>{escape(whole)}</p></footer>',
    ]
    head = [*links(shelf, description(module), language, addresses), NOINDEX if module.draft else ""]
    return document(module.title, language, head, body, header(shelf, language, addresses))


def description(module: Module) -> str:
    """The first words of the text, as far as they fit."""
    plain = unescape(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", module.steps[0].html, flags=re.DOTALL))
    told = " ".join(plain.split())
    return told if len(told) <= LONGEST else told[:LONGEST].rpartition(" ")[0] + " …"


def standing(review: ModuleReview, language: Language) -> Iterator[str]:
    if review.state == "reviewed":
        who = {"name": review.by, "role": review.role, "day": on(review.date, language)}
        yield f'<p class="quiet">{said(_("Reviewed by {name}, {role}, {day}."), language, **who)}</p>'
    elif review.responsible:
        names = {"name": review.responsible, "role": review.responsible_role}
        yield f'<p class="note">{said(_("This is a draft. {name}, {role}, answers for it."), language, **names)}</p>'
    else:
        yield f'<p class="note">{said(_("This is a draft. No health professional has reviewed it yet."), language)}</p>'


def variant(shelf: Shelf, told: Told, module: Module, language: Language) -> Iterator[str]:
    """The way to the same in short sentences, and back."""
    other = told.languages[language] if module.easy else told.easy.get(language)
    if other:
        name = said(_("Full text") if module.easy else _("Easy to read"), language)
        yield f'<p><a class="way" href="{shelf.address(other)}">{name}</a></p>'


def media(module: Module) -> Iterator[str]:
    for one in module.media:
        kind = "audio" if one.kind == "sound" else "video"
        shown = f'<{kind} controls preload="none" src="/content/{one.path}"></{kind}>'
        yield f"<figure><figcaption>{escape(one.title)}</figcaption>{shown}</figure>"


def words(module: Module, language: Language) -> Iterator[str]:
    if module.terms:
        told = "".join(
            f'<dt id="word-{term.id}">{escape(term.word)}</dt><dd>{escape(term.means)}</dd>' for term in module.terms
        )
        yield f"<section><h2>{said(_('What the words mean'), language)}</h2><dl>{told}</dl></section>"


def trust(module: Module, language: Language) -> Iterator[str]:
    """Where it comes from, who has tried it, whose words they are."""
    review = module.review
    yield f"<h3>{said(_('Where does this come from?'), language)}</h3>"
    yield f"<ul>{''.join(f'<li>{source(one)}</li>' for one in module.sources)}</ul>"
    yield f"<p>{said(_('We tell it in our own words.'), language)}</p>"
    yield f"<h3>{said(_('Who has tried it?'), language)}</h3>"
    for trial in review.tested_with:
        told = {"day": on(trial.date, language)}
        times = ngettext("{n} reader, {day}.", "{n} readers, {day}.", trial.readers, language, **told)
        yield f'<p>{escape(times)} <span lang="{escape(trial.language)}">{escape(trial.changed)}</span></p>'
    if not review.tested_with:
        yield f"<p>{said(_('Nobody has tried this text yet.'), language)}</p>"
    yield f"<h3>{said(_('Who has written it?'), language)}</h3>"
    for name, msgid in (
        (review.author, _("Written by {name}.")),
        (review.translator, _("Translated by {name}.")),
        (review.checker, _("Checked by {name}.")),
    ):
        if name:
            yield f"<p>{said(msgid, language, name=name)}</p>"
    again, use = {"day": on(review.next, language)}, {"version": module.version, "licence": module.licence}
    yield f"<p>{said(_('To be looked at again by {day}.'), language, **again)}</p>"
    yield f"<p>{said(_('Version {version}. Licence: {licence}.'), language, **use)}</p>"


def source(one: Source) -> str:
    name = escape(one.name)
    linked = f'<a href="{escape(one.address)}">{name}</a>' if one.address.startswith("https://") else name
    return f"{linked} ({escape(one.publisher)})"


def on(said: str, language: Language) -> str:
    return day(date.fromisoformat(said), language)
