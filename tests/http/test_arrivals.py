"""The ward's list: who is here, and how far each answer has come."""

from __future__ import annotations

from tests.asking import told
from tests.people import MEDICINE, SURGERY, Town


def test_the_list_tells_who_is_here_oldest_arrival_first(town: Town) -> None:
    early = town.admit("Ingrid", "Nilsen", admitted="2026-11-23T05:00:00Z", room="12", bed="2")
    late = town.admit("Olav", "Berg", admitted="2026-11-23T06:00:00Z", interpreter="polsk")
    town.admit("Per", "Haugen", SURGERY)
    arrivals = town.kari.arrivals()
    assert arrivals["unit"]["id"] == MEDICINE
    assert [row["encounter"] for row in arrivals["stays"]] == [early, late]
    first, second = arrivals["stays"]
    assert (first["given"], first["family"], first["room"], first["bed"]) == ("Ingrid", "Nilsen", "12", "2")
    assert (first["state"], first["birthDate"]) == ("not-answered", "1942-04-12")
    assert second["interpreter"] == "polsk"


def test_an_empty_ward_has_an_empty_list(town: Town) -> None:
    assert "stays" not in town.kari.arrivals()


def test_the_state_follows_the_answer(town: Town) -> None:
    phone = town.phone(town.admit())
    states = [town.kari.row(phone.stay)["state"]]
    draft = phone.draft({"talk": "R"})
    states.append(town.kari.row(phone.stay)["state"])
    sent = phone.send({"talk": "Rolig"}, base=(draft,))
    states.append(town.kari.row(phone.stay)["state"])
    town.kari.read(phone.stay)
    states.append(town.kari.row(phone.stay)["state"])
    phone.send({"talk": "Høyt"}, base=(sent,))
    states.append(town.kari.row(phone.stay)["state"])
    assert states == ["not-answered", "begun", "unread", "read", "changed"]


def test_who_helped_is_told_in_their_own_word(town: Town) -> None:
    tone = town.phone(town.admit(), "tonesphone", role="related")
    tone.send({"matters": "Hun vil hjem"})
    assert town.kari.row(tone.stay)["helpedBy"] == "datter"


def test_the_same_family_name_twice_is_pointed_out(town: Town) -> None:
    one, two = town.admit("Ingrid", "Ås"), town.admit("Anne", "ÅS")
    other = town.admit("Olav", "Berg")
    assert town.kari.row(one)["similarName"] is True
    assert town.kari.row(two)["similarName"] is True
    assert "similarName" not in town.kari.row(other)
    assert town.kari.page(one)["encounter"]["similarName"] is True


def test_open_actions_are_counted(town: Town) -> None:
    stay = town.admit()
    town.kari.act(stay)
    town.kari.act(stay, outcome="done-at-once")
    assert town.kari.row(stay)["openTasks"] == 1


def test_every_change_of_the_list_raises_its_number(town: Town) -> None:
    numbers = [town.kari.arrivals()["n"]]
    phone = town.phone(town.admit())
    numbers.append(town.kari.arrivals()["n"])
    phone.send({"matters": "Hjem"})
    numbers.append(town.kari.arrivals()["n"])
    town.kari.read(phone.stay)
    numbers.append(town.kari.arrivals()["n"])
    assert numbers == sorted(set(numbers))


def test_looking_does_not_raise_the_number(town: Town) -> None:
    stay = town.admit()
    before = town.kari.arrivals()["n"]
    town.kari.page(stay)
    assert town.kari.arrivals()["n"] == before


def test_a_leader_sees_nobody_who_is_in_good_hands(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    assert "stays" not in town.liv.arrivals()


def test_after_discharge_an_unread_answer_is_on_both_lists_and_the_leaders(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    town.kari.end(phone.stay)
    for person in (town.kari, town.liv):
        row = person.row(phone.stay)
        assert (row["owner"], row["state"], row["ending"]) == ("leader", "unread", "discharged")


def test_when_the_leader_has_read_it_the_stay_leaves_the_lists(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    town.kari.end(phone.stay)
    town.liv.read(phone.stay)
    assert town.liv.row(phone.stay) == town.kari.row(phone.stay) == {}


def test_a_discharged_stay_without_unread_answers_leaves_the_list(town: Town) -> None:
    stay = town.admit()
    town.kari.end(stay)
    assert town.kari.row(stay) == {}


def test_a_list_is_logged_once_for_each_viewer_unit_and_day(town: Town) -> None:
    for _ in range(3):
        town.kari.arrivals()
    town.ahmed.arrivals()
    town.clock.forward(hours=23)
    told(town.sign_in("kari", profile="karisnextday").get(f"/api/units/{MEDICINE}/arrivals"))
    lists = [(event["actor"], event["unit"]) for event in town.events() if event["verb"] == "list"]
    assert lists == [("Practitioner/kari", MEDICINE), ("Practitioner/ahmed", MEDICINE), ("Practitioner/kari", MEDICINE)]
