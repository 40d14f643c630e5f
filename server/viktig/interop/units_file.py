"""Organisations and their units, read from a TOML file in the form of content/demo/organizations.toml."""

from collections.abc import Sequence

from viktig.content.cast import House, Place
from viktig.domain.encounter import Unit
from viktig.storage import units
from viktig.storage.connection import Connection


def load_houses(connection: Connection, houses: Sequence[House]) -> None:
    """Adds what is new and sets right what is known by its id."""
    for house in houses:
        units.add_organization(connection, house.id, house.name, house.kind)
        for place in house.units:
            units.add_unit(connection, unit_of(house, place))


def unit_of(house: House, place: Place) -> Unit:
    return Unit(
        id=place.id,
        name=place.name,
        kind=place.kind,
        organization=house.id,
        organization_name=house.name,
        phone=place.phone,
        bell=place.bell,
        reader=place.reader,
        helplines=place.helplines,
        interpreters=place.interpreters,
    )
