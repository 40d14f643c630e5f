"""Which modules may be read, and by whom: what is reviewed, and drafts that somebody answers for."""

from typing import Final, Literal

from viktig.domain.module import ModuleReview
from viktig.domain.shape import Id, Instant, Line, Shape

Standing = Literal["reviewed", "answered for", "demo", "draft", "held back", "withdrawn"]

PUBLISHED: Final[frozenset[Standing]] = frozenset(("reviewed", "answered for", "demo"))


class Answer(Shape, frozen=True):
    """Who answers for one version of a module in an organisation. Without a name: nobody does any more."""

    organization: Id
    module: Id
    version: Line
    name: Line
    role: Line
    at: Instant


def standing(
    review: ModuleReview, answer: Answer | None = None, *, crisis: bool = False, own: bool = False, drafts: bool = False
) -> Standing:
    """`answer`: the newest word of the organisation on this version. `own`: the module is the organisation's.

    `crisis`: it speaks of one. `drafts`: they are shown, as in the demo.
    """
    if own and answer is not None and not answer.name:
        return "withdrawn"
    if review.state == "reviewed":
        return "reviewed"
    if crisis:
        return "held back"
    if answer is not None and answer.name:
        return "answered for"
    return "demo" if drafts else "draft"
