"""Vaktarket: a line for each, room numbers and no names."""

from __future__ import annotations

from tests.asking import Phone, next_id, slug, told
from tests.people import Town


def rows(town: Town) -> list[dict[str, object]]:
    found: list[dict[str, object]] = told(town.kari.get(f"/api/units/{town.kari.unit}/handover")).get("rows", [])
    return found


def helped(phone: Phone, task: str, **said: object) -> None:
    mark = {"resourceType": "TaskMark", "encounter": phone.stay, "task": task, "helped": "yes"}
    phone.write(mark | said, next_id())


def test_the_line_holds_the_persons_own_words_and_what_was_agreed(either_town: Town) -> None:
    town = either_town
    phone = town.phone(town.admit("Ingrid", "Nilsen", room="12", bed="2"))
    phone.send({"matters": "Hjem til katten", "talk": "Rolig", "please-not": "Ikke vekk meg", "home": "Alene"})
    task = town.kari.act(phone.stay, description="Ringe naboen")["id"]
    helped(phone, task, words="Katten har det godt", thanks=True)
    (row,) = rows(town)
    assert row == {
        "encounter": phone.stay,
        "room": "12",
        "bed": "2",
        "matters": "Hjem til katten",
        "talk": "Rolig",
        "pleaseNot": "Ikke vekk meg",
        "agreed": ["Ringe naboen"],
        "helped": [{"description": "Ringe naboen", "words": "Katten har det godt", "thanks": True}],
        "unread": True,
    }


def test_no_name_and_no_birth_date_is_on_it(town: Town) -> None:
    phone = town.phone(town.admit("Ingrid", "Nilsen"))
    phone.send({"matters": "Hjem"})
    text = town.kari.get(f"/api/units/{town.kari.unit}/handover").text
    for hidden in ("Ingrid", "Nilsen", "1942", phone.patient):
        assert hidden not in text


def test_the_lines_come_in_the_order_of_the_rooms(town: Town) -> None:
    for number, room in enumerate(("12", "3", "3B", "101")):
        town.phone(town.admit("Ola", f"Berg{number}", room=room), f"phonenumber{number}").send({"matters": room})
    assert [row["room"] for row in rows(town)] == ["3", "3B", "12", "101"]


def test_who_has_neither_answered_nor_agreed_has_no_line(town: Town) -> None:
    town.phone(town.admit()).draft({"matters": "Hj"})
    assert rows(town) == []


def test_what_was_cancelled_is_not_agreed(town: Town) -> None:
    stay = town.admit()
    task = town.kari.act(stay)
    told(town.kari.put(f"/api/tasks/{task['id']}", {"status": "cancelled", "description": "Gå"}, task["tag"]))
    assert all("agreed" not in row for row in rows(town))


def test_who_has_left_has_no_line(town: Town) -> None:
    phone = town.phone(town.admit())
    phone.send({"matters": "Hjem"})
    town.kari.end(phone.stay)
    assert rows(town) == []


def test_it_is_the_nurses_sheet(town: Town) -> None:
    assert slug(town.liv.get(f"/api/units/{town.liv.unit}/handover")) == "not-allowed"


def test_each_line_is_an_opening_in_that_patients_log(town: Town) -> None:
    ingrid, olav = town.phone(town.admit()), town.phone(town.admit("Olav", "Berg"), "olavsphoneno")
    ingrid.send({"matters": "Hjem"})
    rows(town)
    assert "handover" in [entry["verb"] for entry in told(ingrid.get("/api/access-log"))["entries"]]
    assert "handover" not in [entry["verb"] for entry in told(olav.get("/api/access-log"))["entries"]]
