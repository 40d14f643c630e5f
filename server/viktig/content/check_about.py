"""The gate for what a file says about its text: whose words, where they come from, when to look again."""

from collections.abc import Iterator

from viktig.content import check_form
from viktig.content.finding import Finding
from viktig.content.glossary import GlossaryWritten
from viktig.content.modules import ModuleWritten
from viktig.content.reading import BadContent
from viktig.domain.shape import Day

About = ModuleWritten | GlossaryWritten


def unread(file: str, bad: BadContent) -> Finding:
    return Finding("mend", "module", file, str(bad).removeprefix(f"{file}: "))


def sources(file: str, about: About) -> Iterator[Finding]:
    if not about.licence:
        yield Finding("mend", "module", file, "does not say under which licence others may use it")
    if not about.sources:
        yield Finding("mend", "missing-source", file, "names no source. Say where the advice comes from: [[sources]]")
    for source in about.sources:
        fault = check_form.fault_of_address(source.address) if source.address else ""
        if fault:
            yield Finding("mend", "broken-link", file, f"the address of «{source.name}» {fault}")
        if not source.opened:
            says = f"nobody has opened the source «{source.name}». Open it, and write the day: opened"
            yield Finding("look", "unopened-source", file, says)


def dates(file: str, about: About, today: Day) -> Iterator[Finding]:
    if about.review.next < today:
        says = f"should have been looked at again by {about.review.next}. Read the sources anew, then set a new day"
        yield Finding("mend", "overdue", file, says)
