"""The QR code of a sheet."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from viktig.interop.sheet import qr_code

LINK = "https://viktig.example/i#" + "A" * 22


def test_it_is_a_drawing_with_a_quiet_zone_and_nothing_that_runs() -> None:
    drawing = ET.fromstring(qr_code(LINK))  # noqa: S314 - our own drawing
    _, _, width, height = drawing.attrib["viewBox"].split()
    assert width == height
    assert 29 <= int(width) <= 60
    assert {node.tag.rpartition("}")[2] for node in drawing.iter()} <= {"svg", "path", "g"}
    assert not any(name.startswith("on") or name == "style" for node in drawing.iter() for name in node.attrib)


def test_the_link_does_not_stand_in_it_as_text() -> None:
    assert "viktig.example" not in qr_code(LINK)


def test_another_link_is_another_drawing() -> None:
    assert qr_code(LINK) != qr_code(LINK + "B")
    assert qr_code(LINK) == qr_code(LINK)


def test_a_long_address_still_fits() -> None:
    assert len(qr_code("https://" + "hospital." * 15 + "example/i#" + "A" * 22)) < 60_000
