"""What readers think of a module, without a name: nothing here leads to a person, a phone, a stay or a day."""

from typing import Annotated, Final, Literal

from msgspec import Meta

from viktig.domain.module import ModuleVersion
from viktig.domain.shape import Id, Shape

AT_LEAST = 5
"""So many of one organisation, module and language leave the pool together, and no fewer."""

OTHER_VERSION: Final = ""
"""Another text than the one that is offered now, or several."""

RandomId = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
"""UUIDv4: one that was made over time (UUIDv7) would tell when."""

Judgement = Literal["yes", "partly", "no"]


class ModuleFeedback(Shape, frozen=True):
    """Two taps and a free line. `id` lets a phone send it again when the answer was lost; it ends with the waiting."""

    id: RandomId
    organization: Id
    """Whose stay it was read in: the content owner answers for one organisation."""
    module: Id
    module_version: ModuleVersion
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]
    understandable: Judgement
    useful: Judgement
    words: Annotated[str, Meta(max_length=500)] = ""
