"""The modules we ship: whole in every language, readable, honest about being drafts, and safe to show."""

import re

import msgspec
import pytest

from viktig.content.library import FOLDER, Library
from viktig.content.markdown import html
from viktig.content.modules import words
from viktig.content.pemat import ACT, UNDERSTAND, Pemat
from viktig.content.reading import LANGUAGES
from viktig.domain.library import ModuleEntry
from viktig.domain.module import LEARN, Module
from viktig.domain.questionnaire import questions

LIBRARY = Library(drafts=True)
MODULES = sorted(LIBRARY.shelf())


def entry(id: str) -> ModuleEntry:
    return next(entry for entry in LIBRARY.index().modules if entry.id == id)


FOR_STAFF = sorted(id for id in MODULES if "staff" in entry(id).for_whom)
FOR_PEOPLE = sorted(set(MODULES) - set(FOR_STAFF))


def module(id: str, language: str) -> Module:
    return msgspec.json.decode(LIBRARY.files()[entry(id).languages[language].path], type=Module)


def text(id: str, language: str) -> str:
    return (FOLDER / "modules" / id / f"{language}.md").read_text("utf-8")


@pytest.mark.parametrize("id", MODULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_short_with_one_idea_a_screen_and_short_sentences(id: str, language: str) -> None:
    counted = words(text(id, language))
    told = module(id, language)
    assert 450 <= counted.words <= 700
    assert counted.words / counted.sentences <= 12
    assert 7 <= len(told.steps) <= 9
    assert told.minutes in {3, 4}


@pytest.mark.parametrize("id", MODULES)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_all_languages_have_the_same_screens_and_the_same_talk(id: str, language: str) -> None:
    one, other = module(id, LANGUAGES[0]), module(id, language)

    def shape(of: Module) -> object:
        written = [re.sub(r'<a class="term"[^>]*>', "", step.html) for step in of.steps]
        screens = [re.findall(r"<(\w+)|href=\"([^\"]+)\"", html) for html in written]
        asked = [[(option.code, option.right) for option in question.options] for question in of.teach_back.questions]
        return screens, asked, len(of.teach_back.points)

    assert shape(one) == shape(other)
    assert one.title != other.title


@pytest.mark.parametrize("id", MODULES)
def test_every_source_has_a_name_and_a_publisher(id: str) -> None:
    sources = module(id, "nb").sources
    assert sources
    assert all(source.name.strip() and source.publisher.strip() for source in sources)


@pytest.mark.parametrize("id", MODULES)
def test_a_text_that_nobody_in_health_care_has_checked_says_that_it_is_a_draft(id: str) -> None:
    told = module(id, "nn")
    assert (told.draft, told.review.state, told.review.checker, told.review.tested_with) == (True, "draft", "", ())
    assert b'"draft":true' in LIBRARY.files()[entry(id).languages["nn"].path]


@pytest.mark.parametrize("id", MODULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_module_has_a_drawing_told_in_words(id: str, language: str) -> None:
    all_html = "".join(step.html for step in module(id, language).steps)
    assert re.search(r'<svg role="img" aria-label="[^"]{20,}" viewBox=', all_html)


OFFERED_BY_HAND = {"after-a-slip", "living-with-dementia"}
"""No form asks for these. Who ticks "advice for those close to me" has not asked about dementia."""


def asked_anywhere() -> set[str]:
    """Every tag that a form which is asked now can give."""
    found = set()
    for form in LIBRARY.index().forms:
        for item in questions(LIBRARY.written(f"{form.url}|{form.version}").item):
            codes = {option.value_coding.code for option in item.answer_option if option.value_coding}
            found |= codes if item.link_id == LEARN else {f"{item.link_id}={code}" for code in codes}
    return found


@pytest.mark.parametrize("id", FOR_PEOPLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_module_says_whom_to_call_when_it_is_urgent(id: str, language: str) -> None:
    all_html = "".join(step.html for step in module(id, language).steps)
    assert '<a href="tel:113">113</a>' in all_html
    assert '<a href="tel:116117">116117</a>' in all_html


@pytest.mark.parametrize("id", FOR_PEOPLE)
def test_whatever_leads_to_a_module_can_be_ticked_somewhere(id: str) -> None:
    assert set(entry(id).tags) <= asked_anywhere()


def test_what_is_about_some_only_is_offered_by_somebody_and_never_by_a_general_tick() -> None:
    untagged = {entry.id for entry in LIBRARY.index().modules if not entry.tags and set(entry.for_whom) != {"staff"}}
    assert untagged == OFFERED_BY_HAND & set(MODULES)


def test_what_is_for_staff_is_for_nobody_else_and_no_answer_leads_there() -> None:
    assert FOR_STAFF == ["asking-what-matters", "reading-a-run-chart", "rights-and-interpreters", "teach-back"]
    assert {module(id, "nb").for_whom for id in FOR_STAFF} == {("staff",)}
    assert not any(entry(id).tags for id in FOR_STAFF)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](http://viktig.example)", "<p><a>a</a></p>"),
        ("[a](#b)", "<p><a>a</a></p>"),
        ("[a](b.html)", "<p><a>a</a></p>"),
        ("[113](tel:113)", '<p><a href="tel:113">113</a></p>'),
        ("**a** `b`", "<p><strong>a</strong> b</p>"),
    ],
)
def test_nothing_but_plain_text_reaches_the_page(markdown: str, shown: str) -> None:
    assert html(markdown, FOLDER) == shown


@pytest.mark.parametrize(("name", "filled"), [("4-of-10", 4), ("10-of-10-people", 20), ("0-of-10", 0)])
def test_so_many_of_ten_are_drawn_by_themselves_and_told_in_words(name: str, filled: int) -> None:
    drawn = html(f"![Av ti er noen fylt ut.]({name})", FOLDER)
    assert drawn.startswith('<p><svg role="img" aria-label="Av ti er noen fylt ut." viewBox=')
    assert drawn.count('fill="currentColor"') == filled
    assert drawn.count("<circle") == 10


def test_a_rating_with_pemat_leaves_out_what_does_not_apply() -> None:
    sheet = Pemat(
        language="nb",
        by="Ida Moe",
        date="2026-11-20",
        agree=(*range(1, 11), 20, 21),
        disagree=(11, 12, *range(15, 19), 22),
        not_applicable=(19, *range(23, 27)),
    )
    assert sheet.whole()
    assert (sheet.share(UNDERSTAND), sheet.share(ACT)) == (62, 67)
    assert msgspec.structs.replace(sheet, agree=(), disagree=()).share(ACT) is None
