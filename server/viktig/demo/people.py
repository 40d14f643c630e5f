"""Everybody in the demo."""

import random
from datetime import timedelta

from viktig.content.library import Library
from viktig.demo.acting import answer, at, phone, staff
from viktig.demo.history import Habits, Stage, live_through
from viktig.domain.encounter import Helpline, NewStay, Unit
from viktig.domain.person import Practitioner
from viktig.storage import demo_links, encounters, units
from viktig.storage.clock import instant, moment
from viktig.storage.connection import Connection


def people(connection: Connection, library: Library) -> None:
    now = moment(connection.now)
    lines = (Helpline(number="113", name="Medisinsk nødtelefon"), Helpline(number="116117", name="Legevakt"))
    units.add_organization(connection, "fjordbyen", "Fjordbyen sykehus", "hospital")
    units.add_unit(connection, Unit(id="medisin-2", name="Medisin 2", kind="medical", organization="fjordbyen", organization_name="Fjordbyen sykehus", phone="55 00 00 00", bell=True, helplines=lines))
    kari = Practitioner(id="kari", given="Kari", family="Moe", role="nurse", title="nurse", units=("medisin-2",))
    solveig = Practitioner(id="solveig", given="Solveig", family="Dahl", role="leader", title="leader", units=("medisin-2",))
    for one in (kari, solveig):
        units.add_practitioner(connection, "fjordbyen", one)
    links = []
    for given, family, born, room, hours, said in (
        ("Ingrid", "Nilsen", "1942-04-12", "12", 9, [("matters", "Å kunne gå til postkassen selv"), ("talk", "Høyt, på høyre side"), ("please-not", "Ikke vekk meg for å spørre om jeg sover")]),
        ("Berit", "Solberg", "1951-02-03", "7", 26, []),
        ("Nils", "Aas", "1960-09-13", "3", 5, []),
    ):
        at(connection, now - timedelta(hours=hours))
        e = encounters.admit(connection, "fjordbyen", "medisin-2", NewStay(given=given, family=family, birth_date=born, admitted=instant(now - timedelta(hours=hours)), room=room))
        if said:
            at(connection, now - timedelta(hours=hours - 1))
            answer(connection, library, phone(connection, "fjordbyen", e), said, "nb")
        links.append({"organization": "fjordbyen", "encounter": e, "name": f"{given} {family}", "about": "", "birth_date": born})
    dice = random.Random(1)
    stage = Stage(connection, library, "fjordbyen", "medisin-2", [kari], [("Per", "Lie"), ("Anne", "Berg")], [[("matters", "Å sove hele natta")]], dice)
    for day in range(13 * 30, 5, -1):
        live_through(stage, Habits(0.8, 0.8, 0.8, 0.6, 10, 9), now - timedelta(days=day))
    at(connection, now)
    demo_links.mark(connection, links)
    _ = staff
