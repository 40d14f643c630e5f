"""The translations: one gettext catalogue for server and web app, English msgids.

python tools/locales.py update     after new sentences: locales/viktig.pot and every viktig.po
python tools/locales.py check      is everything translated? (exit 1 and a list when not)
python tools/locales.py compile    what the server and the web app load; needs no Node
python tools/locales.py extract    only locales/viktig.pot
"""

import argparse
import gettext
import json
import re
import runpy
import struct
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.messages import ROOT, identity, messages, parts, template, texts

SOURCE_LANGUAGE = "en"
REGION = {"en": "en_GB"}
"""Where dates and numbers of a language are written differently from country to country."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")
NOISE = ("Project", "Report", "POT", "PO-", "Last", "Language-Team", "Generated")
"""Fields of the header that change in every commit and say nothing."""
SENTENCES = "server/viktig/sentences.py"


def languages(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "locales").iterdir() if (path / "LC_MESSAGES").is_dir())


def po_path(root: Path, language: str) -> Path:
    return root / "locales" / language / "LC_MESSAGES/viktig.po"


def read(root: Path, language: str) -> Catalog:
    path = po_path(root, language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merged(source: Catalog, old: Catalog, language: str) -> Catalog:
    """The messages of the source with the translations there are; nothing is guessed."""
    new = Catalog(locale=language, header_comment=f"# Viktig: {Locale(language).english_name}", fuzzy=False)
    for message in messages(source):
        kept = old.get(identity(message)[1], message.context)
        if kept is None or kept.pluralizable != message.pluralizable:
            kept = Message(message.id)
        string = message.id if language == SOURCE_LANGUAGE and not all(texts(kept.string)) else kept.string
        new.add(
            message.id, string, message.locations, kept.flags & {"fuzzy"},
            user_comments=kept.user_comments, context=message.context,
        )  # fmt: skip
    return new


def write(path: Path, content: bytes) -> None:
    """Leaves a file alone that already says the same, so that nothing is built again for nothing."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_catalog(path: Path, catalog: Catalog) -> None:
    """Without dates, line numbers and guessed formats."""
    for message in catalog:
        message.flags = {flag for flag in message.flags if not flag.endswith("-format")}
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    noise = tuple(f'"{field}'.encode() for field in NOISE)
    header, rest = buffer.getvalue().split(b"\n\n", 1)
    kept = [line for line in header.split(b"\n") if not line.startswith(noise)]
    write(path, b"\n".join(kept) + b"\n\n" + rest)


def extract(root: Path) -> None:
    source, faults = template(root)
    write_catalog(root / "locales/viktig.pot", source)
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")


def update(root: Path) -> None:
    extract(root)
    with (root / "locales/viktig.pot").open("rb") as file:
        source = read_po(file)
    for language in languages(root):
        old = read(root, language)
        new = merged(source, old, language)
        gone = {identity(m) for m in messages(old)} - {identity(m) for m in messages(new)}
        for message in messages(old):
            if identity(message) in gone and language != SOURCE_LANGUAGE:
                print(f"{language}: no longer used: {message.id!r} was {message.string!r}")
        write_catalog(po_path(root, language), new)


def complaints(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts(message.string)):
        yield "not translated"
        return
    wanted = {frozenset(PLACEHOLDER.findall(text)) for text in texts(message.id)}
    # "one hour" may do without its number
    wanted |= {names - {"n"} for names in wanted} if message.pluralizable else set()
    for text in texts(message.string):
        if frozenset(PLACEHOLDER.findall(text)) not in wanted:
            yield f"other placeholders in {text!r}"


def check(root: Path) -> None:
    found, faults = template(root)
    source = {identity(message): message for message in messages(found)}
    for language in languages(root):
        catalog = read(root, language)
        had = {identity(message): message for message in messages(catalog)}
        faults += [f"{language}: not in the catalogue: {source[key].id!r}" for key in source.keys() - had.keys()]
        faults += [f"{language}: no longer used: {had[key].id!r}" for key in had.keys() - source.keys()]
        faults += [f"{language}: no longer used: {message.id!r}" for message in catalog.obsolete.values()]
        for key, message in had.items():
            faults += [f"{language}: {complaint}: {message.id!r}" for complaint in complaints(message)]
            if key in source and (parts(message, root), message.id) != (parts(source[key], root), source[key].id):
                faults.append(f"{language}: moved, run `update`: {message.id!r}")
    if faults:
        raise SystemExit("\n".join(sorted(faults)))


def forms(catalog: Catalog, language: str, message: Message) -> str | dict[str, str]:
    """For the web app: plural forms by CLDR's names, which Intl.PluralRules answers with."""
    if not message.pluralizable:
        return texts(message.string)[0]
    position = gettext.c2py(catalog.plural_expr)
    name = Locale.parse(language).plural_form
    return {name(n): texts(message.string)[position(n)] for n in [*range(1000, -1, -1)]}


def short(name: str) -> str:
    """A sentence's name in the web app's catalogues: FNV-1a over its UTF-16, cut to four signs, as `gettext.ts` counts
    it too. The sentences themselves would be half of what a phone fetches, and longer names a quarter."""
    hashed = 0x811C9DC5
    for (unit,) in struct.iter_unpack("<H", name.encode("utf-16-le")):
        hashed = (hashed ^ unit) * 0x01000193 & 0xFFFFFFFF
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    told = ""
    hashed = (hashed ^ hashed >> 12) % 36**4
    while hashed:
        hashed, digit = divmod(hashed, 36)
        told = digits[digit] + told
    return told


def spoken(catalog: Catalog, language: str, part: str, root: Path) -> dict[str, str | dict[str, str]]:
    """What the web app cannot say without: English falls back to the msgid."""
    said = {
        "\4".join(filter(None, identity(message))): forms(catalog, language, message)
        for message in messages(catalog)
        if part in parts(message, root) and all(texts(message.string)) and not message.fuzzy
        if language != SOURCE_LANGUAGE or message.string != message.id
    }
    return {short(name): words for name, words in said.items()}


def told_apart(catalog: Catalog) -> None:
    """A phone has the words of several parts in one place."""
    known: dict[str, str] = {}
    for message in messages(catalog):
        name = "\4".join(filter(None, identity(message)))
        other = known.setdefault(short(name), name)
        if other != name:
            raise SystemExit(f"{other!r} and {name!r} have the same short name: say one of them in other words.")


def calendar(language: str) -> dict[str, Any]:
    """CLDR's slice for browsers that lack the language."""
    locale = Locale.parse(REGION.get(language, language))
    symbols = locale.number_symbols["latn"]
    return {
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "weekdays": [locale.days["format"]["wide"][day] for day in range(7)],
        "decimal": symbols["decimal"],
        "group": symbols["group"],
    }


def compile_(root: Path) -> None:
    told = runpy.run_path(str(root / SENTENCES))["SENTENCES"]
    for language in languages(root):
        catalog = read(root, language)
        told_apart(catalog)
        buffer = BytesIO()
        write_mo(buffer, catalog)
        write(root / "server/viktig/locales" / language / "LC_MESSAGES/viktig.mo", buffer.getvalue())
        problems = {slug: getattr(catalog.get(words), "string", "") or words for slug, words in told.items()}
        patient = calendar(language) | {
            "problems": problems,
            "messages": spoken(catalog, language, "patient", root),
        }
        team = {"messages": spoken(catalog, language, "team", root)}
        rest = {"messages": spoken(catalog, language, "rest", root)}
        for name, content in ((language, patient), (f"{language}.rest", rest), (f"{language}.team", team)):
            compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            write(root / f"pwa/src/i18n/generated/{name}.json", compact.encode())


COMMANDS: dict[str, Callable[[Path], None]] = {
    "extract": extract, "update": update, "compile": compile_, "check": check,
}  # fmt: skip


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--root", type=Path, default=ROOT)
    chosen = parser.parse_args(arguments)
    COMMANDS[chosen.command](chosen.root.resolve())


if __name__ == "__main__":
    main(sys.argv[1:])
