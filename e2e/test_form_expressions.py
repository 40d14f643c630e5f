"""Expressions in forms: what reads them comes to the phones that need it, runs without a network, and stops nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from e2e import phone as fixtures
from e2e.phone import ENGLISH, Nurse, becomes, begin, worker_ready
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari
Visit = Callable[..., Page]
FORMS = Path(__file__).parent.parent / "tests/fhir/forms"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

KEPT = """async () => {
  const [shell] = (await caches.keys()).filter(name => name.startsWith("shell "));
  const kept = await (await caches.open(shell)).keys();
  return kept.map(one => new URL(one.url).pathname).filter(path => /\\/(expressions|evaluating)-/.test(path));
}"""
WEIGH = """async ({form, given, items}) => {
  const kept = await (await caches.open((await caches.keys()).find(name => name.startsWith("shell ")))).keys();
  const { evaluating } = await import(kept.map(one => one.url).find(url => url.includes("/evaluating-")));
  const form_ = await evaluating(form, given);
  const { calculated, faults } = await form_.weigh(items);
  form_.close();
  return { calculated, faults };
}"""


def expression(name: str, text: str) -> dict[str, Any]:
    return {"url": f"{SDC}{name}", "valueExpression": {"language": "text/fhirpath", "expression": text}}


def with_an_expression(context: BrowserContext) -> None:
    """The form that a stay asks, as an organisation could have made it."""

    def changed(route: Route) -> None:
        form = route.fetch().json()
        form["item"][0].setdefault("extension", []).append(expression("enableWhenExpression", "true"))
        route.fulfill(json=form)

    context.route("**/content/forms/what-matters@*", changed)


def weigh(page: Page, form: Any, **answers: int) -> Any:
    somebody = {"kind": "patient"}
    items = [
        {"linkId": link, "answer": [{"valueInteger": n}], "saidBy": somebody, "writtenBy": somebody, "authored": ""}
        for link, n in answers.items()
    ]
    return page.evaluate(WEIGH, {"form": form, "given": "", "items": items})


def test_a_phone_with_a_form_that_calculates_keeps_what_it_needs_for_that_and_calculates_without_a_network(
    house: Server, kari: Nurse, visit: Visit
) -> None:
    page = visit(ENGLISH)
    with_an_expression(page.context)
    begin(page, house, kari.invite(kari.admit()))
    worker_ready(page)
    becomes(page, f"async () => (await ({KEPT})()).length === 2")
    page.context.set_offline(True)
    page.goto(f"{house.url}/p")
    form = json.loads((FORMS / "expressions-sums.json").read_text())
    answers = weigh(page, form, one=2, two=3)["calculated"]
    assert {one["linkId"]: one["answer"] for one in answers}["double"] == [{"valueInteger": 10}]

    forever = expression("calculatedExpression", f"iif('{'a' * 40}!'.matches('^(a+)+$'), 1, 2)")
    endless = {"linkId": "endless", "type": "integer", "extension": [forever]}
    told = weigh(page, {**form, "item": [endless, *form["item"]]}, one=2, two=3)
    assert {one["linkId"]: one["answer"] for one in told["calculated"]}["sum"] == [{"valueInteger": 5}]
    assert [(fault["linkId"], fault["why"]) for fault in told["faults"]] == [("endless", "too-slow")]


def test_a_phone_without_such_a_form_fetches_nothing_of_it(house: Server, kari: Nurse, visit: Visit) -> None:
    page = visit(ENGLISH)
    begin(page, house, kari.invite(kari.admit()))
    worker_ready(page)
    assert page.evaluate(KEPT) == []
