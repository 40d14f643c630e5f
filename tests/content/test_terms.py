"""A word of the glossary is explained in place: once a screen, where it first stands, and only in running text."""

import pytest

from viktig.content.hard_words import lists
from viktig.content.library import FOLDER
from viktig.content.markdown import screen
from viktig.content.terms import Terms, Word
from viktig.domain.module import Term


def word(id: str, *forms: str, reviewed: bool = False) -> Word:
    return Word(Term(id=id, word=id, means="Noe."), forms, reviewed)


TERMS = Terms(
    [word("kur", "kur", "kuren"), word("plan", "individuell plan-"), word("rop", "ROP"), word("epikrise", "epikrise-")],
    ["r", "n", "en"],
    lists(FOLDER)["nb"],
)


def shown(markdown: str, terms: Terms = TERMS) -> tuple[str, list[str]]:
    """[kur] stands for the word as a link."""
    html, met = screen(markdown, FOLDER, terms)
    for term in met:
        html = html.replace(f'<a class="term" href="#word-{term.id}">', "[")
    return html.replace("</a>", "]"), [term.id for term in met]


@pytest.mark.parametrize(
    ("markdown", "html", "terms"),
    [
        ("Ta hele kuren. Kuren er kort.", "<p>Ta hele [kuren]. Kuren er kort.</p>", ["kur"]),
        ("Kur", "<p>[Kur]</p>", ["kur"]),
        (
            "Les **epikrisen** og ta kuren.",
            "<p>Les <strong>[epikrisen]</strong> og ta [kuren].</p>",
            ["epikrise", "kur"],
        ),
        ("- kur\n- epikriser", "<ul>\n<li>[kur]</li>\n<li>[epikriser]</li>\n</ul>", ["kur", "epikrise"]),
        ("En individuell planen\nog en kur.", "<p>En [individuell planen]\nog en [kur].</p>", ["plan", "kur"]),
        ("En individuell  plan.", "<p>En [individuell  plan].</p>", ["plan"]),
    ],
)
def test_the_first_place_of_a_word_leads_to_what_it_means(markdown: str, html: str, terms: list[str]) -> None:
    assert shown(markdown) == (html, terms)


@pytest.mark.parametrize(
    "markdown",
    [
        "Kurs og kurer og vårkur.",
        "Ta en kur-pakke eller en hestekur.",
        "Rop, ring eller bruk alarmen.",
        "**K**ur",
        "individuell\n\nplan",
    ],
)
def test_a_word_that_only_begins_or_looks_alike_is_another_word(markdown: str) -> None:
    assert shown(markdown)[1] == []


def test_no_heading_and_no_link_and_no_drawing_becomes_a_link() -> None:
    written = "Kur\n---\n\n[Les om kur](https://viktig.example). ![Fire av ti tar en kur.](4-of-10)\n\nTa en kur."
    html, terms = shown(written)
    assert html.endswith("<p>Ta en [kur].</p>")
    assert terms == ["kur"]
    assert html.count("[") == 1


def test_beside_a_number_to_call_there_is_no_other_link() -> None:
    assert shown("Er kuren slutt, ring [113](tel:113). Ta hele kuren.")[0].endswith("Ta hele [kuren].</p>")
    assert shown("Er kuren slutt, ring [113](tel:113).")[1] == []


@pytest.mark.parametrize(
    "markdown",
    [
        "Du får et brev. Det kalles epikrise. Les epikrisen.",
        "Du får en epikrise. Det betyr et brev.",
        "Du får en epikrise (et brev om oppholdet).",
    ],
)
def test_a_word_that_the_screen_itself_explains_is_left_alone(markdown: str) -> None:
    assert shown(markdown)[1] == []


def test_an_explanation_further_down_comes_too_late() -> None:
    assert shown("Du får en epikrise. Ta den med. Epikrise betyr et brev.")[1] == ["epikrise"]


def test_what_is_linked_is_still_written_safely() -> None:
    assert shown("a < b & kur")[0] == "<p>a &lt; b &amp; [kur]</p>"


def test_a_reviewed_text_is_explained_by_what_is_reviewed() -> None:
    terms = Terms([word("kur", "kur", reviewed=True), word("epikrise", "epikrise")], [], lists(FOLDER)["nb"])
    assert shown("En kur og en epikrise", terms.reviewed)[1] == ["kur"]


def test_without_words_nothing_is_explained() -> None:
    assert shown("En kur", Terms([], [], lists(FOLDER)["nb"])) == ("<p>En kur</p>", [])
