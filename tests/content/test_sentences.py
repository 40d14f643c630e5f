"""Where a sentence ends: after a full stop, but not after every one."""

import pytest

from viktig.content.sentences import sentences


def split(text: str) -> list[str]:
    return [sentence for sentence in sentences(text) if sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ta med f.eks. Paracet, bl.a. for natta.",
        "Spør t.d. fastlegen, dvs. legen din.",
        "Kom kl. 09.00 den 1. mai.",
        "Vent ca. 10 min. før du går.",
        "Du ligger på St. Olavs hospital.",
        "Ring dr. A. Nilsen, tlf. 55 00 00 00.",
        "Spør Kari A. Nilsen på rom nr. 5.",
        "Frukt, grønt osv. er bra for magen.",
        "Dette er 3. gang du kommer.",
        "«Kan du vente?» sa sykepleieren.",
        "Take it at 9.30 a.m. with food, e.g. Bread.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Spis frukt osv. Gå en tur.", 2),
        ("Dette er lista min. Ta ho med no. Då går det bra.", 3),
        ("Vi kommer kl. 9. Ring oss!", 2),
        ("Ta vitamin D. Hvil deg.", 2),
        ("«Ja.» Hun gikk. «Nei!»", 3),
        ("Ring 113. 3 dager etter ringer vi deg.", 2),
        ("Gå litt.\nhvil litt.", 2),
        ("Lista\n\nDen er din", 2),
    ],
)
def test_a_stop_at_the_end_ends_it(text: str, count: int) -> None:
    assert len(split(text)) == count
