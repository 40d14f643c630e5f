"""What the figures on learning know of the modules that are offered now."""

import gc

import msgspec
import pytest

from viktig.content import taught as counted
from viktig.content.library import Library
from viktig.content.own_modules import LoadedModule, OwnModules
from viktig.content.taught import taught
from viktig.domain.module import Module

HOUSE = "fjordbyen"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(drafts=True)


def load(library: Library, *versions: str, tags: str = "food") -> None:
    """An organisation's own module in these versions; the newest of them is offered."""
    own = msgspec.structs.replace(library.modules["going-home"], tags=(tags,))
    body = msgspec.json.encode(own).replace(b'"id":"going-home"', b'"id":"our-ward"')
    old = f'"version":"{own.first.version}"'.encode()
    bodies = [body.replace(old, f'"version":"{version}"'.encode()) for version in versions]
    library.own_modules = OwnModules(
        library.modules, [LoadedModule(HOUSE, one) for one in bodies], drafts=library.drafts
    )


def kept() -> list[Module]:
    gc.collect()
    return [module for module in counted.KEPT if module.id == "our-ward"]


def test_a_module_that_was_replaced_is_not_kept_in_memory(library: Library) -> None:
    for minor in range(5):
        load(library, *(f"1.{n}.0" for n in range(minor + 1)))
        versions = {one.version for one in taught(library, HOUSE) if one.module == "our-ward"}
        assert versions == {f"1.{minor}.0"}
        assert {module.version for module in kept()} == versions
    library.own_modules = OwnModules()
    assert kept() == []


def test_what_leads_to_a_module_is_told_as_it_is_now(library: Library) -> None:
    for tag in ("food", "sleep"):
        load(library, "1.0.0", tags=tag)
        assert {one.tags for one in taught(library, HOUSE) if one.module == "our-ward"} == {(tag,)}


def test_the_words_of_a_module_that_is_still_there_are_counted_once(library: Library) -> None:
    first = taught(library, HOUSE)
    known = dict(counted.KEPT)
    assert taught(library, HOUSE) == first
    assert known
    assert all(counted.KEPT[module] is one for module, one in known.items())
