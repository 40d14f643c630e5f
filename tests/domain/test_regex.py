"""Which regular expressions a form may have: those that both engines read alike, and that are never slow."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viktig.domain.questionnaire.regex import judge

EMAIL = (
    r'^(([^<>()\[\]\\.,;: @"]+(\.[^<>()\[\]\\.,;: @"]+)*)|(".+"))@'
    r"((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$"
)
"""As it stands in many Norwegian forms."""


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\d{11}$",
        r"[A-ZÆØÅa-zæøå -]+",
        r"[^@]+@[^@]+\.[^@]+",
        r"(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.\d{4}",
        r"(\d{1,3}\.){3}\d{1,3}",
        r"(ab|ac){1,3}",
        r"^a$|^b$",
        r"\bja\b",
        r"(?:ja|nei)?",
        r"a*a*b",
        EMAIL,
    ],
)
def test_ordinary_expressions_are_fine(pattern: str) -> None:
    assert judge(pattern) == ("", ())


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+", r"(a*)*", r"(a|a)*", r"(a|ab)*c*d", r"a*a*a*b", r"(x+x+)+y", "a?" * 30 + "a" * 30, r"(a?){20}",
     r"(.*)*", r"((a{0,500}){0,500}){0,500}", r"([a-z]+[a-z0-9]+)+@", r".+@.+\..+"],
)  # fmt: skip
def test_what_can_explode_is_refused(pattern: str) -> None:
    assert "very long" in judge(pattern).refused


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"(?=a)b", "begins with (?"),
        (r"(?i)a", "begins with (?"),
        (r"(?P<n>a)", "begins with (?"),
        (r"(a)\1", "refers back"),
        (r"\p{L}", r"\p"),
        (r"\Aa", r"\A"),
        (r"a{,3}", "counts nothing"),
        (r"a{2", "counts nothing"),
        (r"a{3,2}", "backwards"),
        (r"a++", "repeats a repeat"),
        (r"a**", "repeats a repeat"),
        (r"*a", "nothing before it"),
        (r"[]a]", "empty []"),
        (r"[[a]", "write \\["),
        (r"[--a]", "write \\-"),
        (r"[z-a]", "before its beginning"),
        (r"[😀]", "two characters"),
        (r"😀+", "cannot be repeated"),
        (r"a$b", "not at the end"),
        (r"a^b", "not at the beginning"),
        (r"(a", "without its )"),
        (r"a)", "without its ("),
        ("[a", "ends too early"),
        ("(" * 40 + ")" * 40, "30 deep"),
        ("a" * 501, "500 characters"),
    ],
)
def test_what_the_two_engines_read_differently_is_refused(pattern: str, why: str) -> None:
    assert why in judge(pattern).refused


@pytest.mark.parametrize(
    ("pattern", "what"),
    [(r"a\s", "spaces"), (r".{3}", "😀"), (r"[^a]", "😀"), (r"\D", "😀")],
)
def test_characters_that_they_take_differently_are_told(pattern: str, what: str) -> None:
    judged = judge(pattern)
    assert not judged.refused
    assert any(what in one for one in judged.differs)


def test_a_dot_stops_at_other_ends_of_lines_only_where_there_are_lines() -> None:
    assert judge(".*") == ("", ())
    assert judge(".*", lines=True).differs == ("a dot, at the end of a line",)


PIECES = st.sampled_from(
    ["a", "b", r"\d", r"\w", r"\.", "[a-c]", "[^@]", ".", "(", "(?:", ")", "|", "*", "+", "?", "{2}", "{1,3}", "^", "$"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_let_through_python_reads_and_ends(pattern: str) -> None:
    if not judge(pattern).refused:
        compiled = re.compile(pattern, re.ASCII)
        for text in ("a" * 999 + "!", "ab" * 499 + "!", "a1b." * 249 + "\n"):
            compiled.fullmatch(text)
