"""What came of learning in one stay, counted from what was written. `viktig rebuild` counts it again."""

from collections import defaultdict
from collections.abc import Sequence

from viktig.domain.entry import VisitQuestion
from viktig.domain.mark import ModuleProgress
from viktig.domain.module import tag, ticked
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.shape import Instant, Shape
from viktig.domain.version import Content


class Reading(Shape, frozen=True, kw_only=True):
    """One person's way through one module. What was told at the end is the first word on it: a later one has read the
    explanations."""

    module: str
    version: str
    language: str
    opened: Instant
    finished: Instant = ""
    step: int = 0
    """The furthest screen, from 0; as many as there are screens: the talk at the end."""
    told: bool = False
    chosen: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


class StayLearning(Shape, frozen=True):
    """`offered`: by staff, module -> when first. `ticked`: what may lead to a module, its tag -> when first sent.
    `asked`: questions for the round that came up in a module. `latest`: when something last happened, also what left no
    other trace here, such as a question that was taken back; empty when nothing did."""

    offered: dict[str, Instant] = {}
    ticked: dict[str, Instant] = {}
    readings: tuple[Reading, ...] = ()
    asked: dict[str, tuple[Instant, ...]] = {}
    latest: Instant = ""


class Wrote(Shape, frozen=True):
    """One version of a document; `about` is whose own it is, empty for the patient's."""

    document: str
    about: str
    received: Instant
    content: Content


Offer = tuple[str, Instant]
"""A module, and when staff pointed to it."""


def stay_learning(offers: Sequence[Offer], written: Sequence[Wrote]) -> StayLearning:
    """Both in order of time. Two phones of one person are one reading."""
    offered: dict[str, Instant] = {}
    for module, at in offers:
        offered.setdefault(module, at)
    leads: dict[str, Instant] = {}
    ways: dict[tuple[str, str], list[tuple[Instant, ModuleProgress]]] = defaultdict(list)
    questions: dict[str, tuple[Instant, VisitQuestion]] = {}
    times = [at for _, at in offers]
    for one in written:
        match one.content:
            case ModuleProgress() as progress:
                ways[one.about, progress.module].append((one.received, progress))
                times.append(one.received)
            case VisitQuestion() as question if question.module or one.document in questions:
                times.append(one.received)
                first = questions.get(one.document)
                questions[one.document] = (first[0] if first else one.received, question)
            case QuestionnaireResponse() as response if response.sent and not one.about:
                for link, code in ticked(response.item):
                    leads.setdefault(tag(link, code), one.received)
            case _:
                pass
    asked: dict[str, tuple[Instant, ...]] = {}
    for at, question in questions.values():
        if question.module and not question.removed:
            asked[question.module] = (*asked.get(question.module, ()), at)
    readings = tuple(reading(way) for way in ways.values())
    return StayLearning(offered, leads, readings, asked, max([*times, *leads.values()], default=""))


def reading(way: Sequence[tuple[Instant, ModuleProgress]]) -> Reading:
    """One person's versions of their progress in one module, in order of time."""
    told = next((made for _, made in way if made.teach_back is not None), None)
    counts = told or way[-1][1]
    same = [made for _, made in way if made.module_version == counts.module_version]
    return Reading(
        module=counts.module,
        version=counts.module_version,
        language=counts.language,
        opened=way[0][0],
        finished=next((at for at, made in way if made.finished), ""),
        step=max(made.step for made in same),
        told=told is not None,
        chosen=told.teach_back.chosen if told and told.teach_back else (),
        unsure=told.teach_back.unsure if told and told.teach_back else (),
    )
