"""The bones of a new module: `viktig content new`. The gate tells what is still to be written."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

import msgspec

from viktig.content.reading import BadContent
from viktig.domain.shape import Day, Id

HALF_A_YEAR: Final = timedelta(days=182)

ABOUT: Final = """id = "{id}"
version = "0.1.0"
tags = []
for_whom = ["patient", "carer"]
level = "for everybody"
licence = ""

[review]
state = "draft"
next = "{next}"

[language.nb]
author = ""

[language.nn]
author = ""
translator = ""

[language.en]
author = ""
translator = ""

# For each source: [[sources]] name, publisher, address, and the day you opened it: opened
"""

TEXTS: Final = {
    "nb": """# Tittel

## Det viktigste først
Skriv én ting på hver skjerm. Skriv til «du», og bruk korte setninger.

## Når det haster
Er du hos oss, si fra med en gang. Er du hjemme, og det ikke kan vente? Ring legevakten på [116117](tel:116117).

Er det fare for liv? Ring [113](tel:113).
""",
    "nn": """# Tittel

## Det viktigaste først
Skriv éin ting på kvar skjerm. Skriv til «du», og bruk korte setningar.

## Når det hastar
Er du hos oss, sei frå med ein gong. Er du heime, og det ikkje kan vente? Ring legevakta på [116117](tel:116117).

Er det fare for liv? Ring [113](tel:113).
""",
    "en": """# Title

## What matters most comes first
Write one thing on each screen. Write to “you”, in short sentences.

## When it is urgent
If you are with us, tell us at once. Can it not wait until we open? Call the emergency clinic, [116117](tel:116117).

If a life is in danger, call [113](tel:113).
""",
}

TALK: Final = """ask = "…"
points = ["…", "…"]

[[questions]]
text = "…"
[[questions.options]]
code = "one"
text = "…"
right = true
[[questions.options]]
code = "two"
text = "…"
explain = "…"

[[questions]]
text = "…"
[[questions.options]]
code = "one"
text = "…"
right = true
[[questions.options]]
code = "two"
text = "…"
explain = "…"
"""


def begin(folder: Path, today: Day) -> list[Path]:
    """Writes the files of a module that is not there yet; its name is the folder's."""
    try:
        msgspec.convert(folder.name, Id)
    except msgspec.ValidationError:
        raise BadContent(f"{folder.name} is no name for a module: use a-z, 0-9 and -") from None
    if folder.exists():
        raise BadContent(f"{folder} is there already")
    folder.mkdir(parents=True)
    later = (date.fromisoformat(today) + HALF_A_YEAR).isoformat()
    files = {"module.toml": ABOUT.format(id=folder.name, next=later)}
    files |= {f"{language}.md": text for language, text in TEXTS.items()}
    files |= {f"{language}.toml": TALK for language in TEXTS}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in files]
