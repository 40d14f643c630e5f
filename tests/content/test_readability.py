"""LIX, against the worked figure, and against texts that one can count by hand."""

import pytest

from viktig.content.readability import Count, count, lix


def test_the_worked_figure() -> None:
    assert round(Count(words=596, sentences=36, long_words=101).lix) == 34


def test_a_text_without_words_is_not_hard() -> None:
    assert lix("") == lix(" … 。") == 0


@pytest.mark.parametrize(
    ("text", "words", "sentences", "long_words"),
    [
        ("Vi kommer. Vi ser deg!", 5, 2, 0),
        ("Hva er viktig for deg?", 5, 1, 0),
        ("Lista\n\nDu skal ha ei liste.", 6, 2, 0),
        ("Husk:\n\ntrapper\ndusj\nmedisiner", 4, 2, 2),
        ("Ring 113, eller 116117.", 4, 1, 0),
        ("«Kan du vente?» Ja … nei.", 5, 2, 0),
        ("e-post og kveldsmat klokka 8.40", 5, 1, 1),
        ("én åttiåring … øyeblikk", 3, 1, 2),
    ],
)
def test_words_sentences_and_long_words_are_counted(text: str, words: int, sentences: int, long_words: int) -> None:
    assert count(text) == Count(words=words, sentences=sentences, long_words=long_words)


def test_long_words_and_long_sentences_both_make_a_text_harder() -> None:
    easy = "Du går. Du ser. Du sover godt."
    assert lix("Du går og du ser og du sover godt.") > lix(easy)
    assert lix("Du spaserer. Du betrakter. Du sover godt.") > lix(easy)
