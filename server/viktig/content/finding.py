"""What the gate finds in a module, told to the one who writes it."""

from typing import Literal

import msgspec

Weight = Literal["mend", "look"]
"""mend: must not be published so; look: somebody should look at it."""

Rule = Literal[
    "hard-text",
    "long-sentence",
    "hard-word",
    "missing-language",
    "missing-source",
    "unopened-source",
    "overdue",
    "broken-link",
    "picture",
    "number",
    "whom-to-call",
    "heading",
    "crisis",
    "media",
    "weight",
    "module",
]


class Finding(msgspec.Struct, frozen=True):
    """`line` is counted from 1; 0 when it is about the whole file. `mend`: the sentences to begin with."""

    weight: Weight
    rule: Rule
    file: str
    says: str
    line: int = 0
    mend: tuple[str, ...] = ()


class LanguageFigures(msgspec.Struct, frozen=True):
    """`lix` is None where it says nothing: short texts, other languages. `longest`: words in the longest sentence."""

    language: str
    words: int
    lix: float | None
    longest: int


class Checked(msgspec.Struct, frozen=True):
    """A module after the gate. `state`: draft, reviewed or held back.

    `next`, `readers`, `pemat` are as its file says, empty where that cannot be read.
    """

    module: str
    state: str = ""
    next: str = ""
    readers: int = 0
    pemat: str = ""
    languages: tuple[LanguageFigures, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def stopped(self) -> bool:
        return any(finding.weight == "mend" for finding in self.findings)
