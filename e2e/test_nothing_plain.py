"""Nothing that a person typed, and no name, lies on the phone in plain text: not in a store, not in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e import phone as fixtures
from e2e.browser import Device
from e2e.phone import (
    ENGLISH,
    FIRST_SIGHT,
    Nurse,
    answer,
    asked,
    begin,
    everything_received,
    send,
    welcome,
    worker_ready,
)
from e2e.server import Server

house, kari = fixtures.house, fixtures.kari

TYPED = ("savner katten Pusur", "redd for operasjonen", "Gjøkur på veggen", "sa ingen hos legen")
NAMES = ("Solbjørg", "Tormod", "Fetteren", "Medisin 2", "viktig-pin-84")
CANARIES = ("Kanarifugl i databasen", "Kanarifugl i lageret", "Kanarifugl i tittelen")
PUT = """words => new Promise(done => {
  const asked = indexedDB.open("kanari", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("room");
  asked.onsuccess = () => {
    const work = asked.result.transaction("room", "readwrite", { durability: "strict" });
    work.objectStore("room").put({ text: words[0] }, 1);
    work.oncomplete = () => { asked.result.close(); localStorage.setItem("kanari", words[1]); done(); };
  };
})"""
STORES = """async () => {
  const found = [];
  const shown = value => value instanceof Uint8Array
    ? new TextDecoder("latin1").decode(value) + new TextDecoder().decode(value)
    : JSON.stringify(value);
  for (const { name } of await indexedDB.databases()) {
    const ask = indexedDB.open(name);
    const db = await new Promise(done => { ask.onsuccess = () => done(ask.result); });
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store).getAll();
      const rows = await new Promise(done => { all.onsuccess = () => done(all.result); });
      found.push(name, store, ...rows.flatMap(row => Object.values(row).map(shown)));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const kept = await caches.open(name);
    for (const request of await kept.keys()) found.push(request.url, await (await kept.match(request)).text());
  }
  return [...found, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join("\\n");
}"""


def files_with(folder: Path, words: Iterable[str]) -> dict[str, list[str]]:
    """word -> the files of the browser's profile that hold its bytes, as UTF-8, UTF-16 or one byte a sign."""
    bytes_of = {word: {word.encode(how) for how in ("utf-8", "utf-16-le", "latin-1")} for word in words}
    found: dict[str, list[str]] = {}
    for path in folder.rglob("*"):
        if not path.is_file() or path.is_symlink():
            continue
        raw = path.read_bytes()
        for word, forms in bytes_of.items():
            if any(form in raw for form in forms):
                found.setdefault(word, []).append(str(path.relative_to(folder)))
    return found


def fills_in(page: Page, house: Server, kari: Nurse) -> None:
    """A patient with a PIN, who sends something and leaves something half written; and a helper of somebody else."""
    begin(page, house, kari.invite(kari.admit("Solbjørg")))
    answer(page, f"Jeg {TYPED[0]}")
    page.get_by_label("Only for health personnel").check()
    page.get_by_role("button", name="Next").click()
    asked(page, 2)
    send(page, house)
    everything_received(page, house)
    page.goto(f"{house.url}/p/form/what-matters/matters")
    answer(page, f"Jeg er {TYPED[1]}")
    page.goto(f"{house.url}/p/me/lock")
    page.get_by_label("Choose a PIN").fill(NAMES[-1], timeout=FIRST_SIGHT)
    page.get_by_role("button", name="Set the PIN").click()
    expect(page.get_by_text("What you have on this phone opens with your PIN.")).to_be_visible()
    welcome(page, house, kari.invite(kari.admit("Solbjørg")), helper="Tormod", relation="Fetteren", whose="It is mine")
    page.get_by_role("button", name="Begin").click()
    asked(page, 1, of=12)
    answer(page, f"{TYPED[2]}, {TYPED[3]}")
    page.get_by_role("button", name="Hide").click()
    page.get_by_role("button", name="Show again").click()
    page.goto(f"{house.url}/p")
    expect(page.get_by_role("link", name="Go on")).to_be_visible(timeout=FIRST_SIGHT)


def test_no_sentence_and_no_name_lies_on_the_phone_in_plain_text(
    house: Server, kari: Nurse, device: Callable[..., Device]
) -> None:
    phone = device(ENGLISH)
    page = phone.page
    fills_in(page, house, kari)
    worker_ready(page)
    page.evaluate(PUT, CANARIES)
    page.evaluate("title => { document.title = title; }", CANARIES[2])
    stores = page.evaluate(STORES)
    assert all(canary in stores for canary in CANARIES[:2])
    assert [word for word in (*TYPED, *NAMES) if word in stores] == []
    phone.switch_off()
    found = files_with(phone.folder, (*CANARIES, *TYPED, *NAMES))
    assert set(CANARIES[:2]) <= set(found), "the search would not find what lies there in plain text"
    assert {word: where for word, where in found.items() if word not in CANARIES} == {}
