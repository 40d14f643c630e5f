"""Writes pwa/src/domain/wire.ts from the server's Structs: `python tools/wire.py` writes, `--check` only compares."""

import sys
from pathlib import Path
from typing import Any, get_args

import msgspec

from viktig.domain import (
    arrivals,
    consent,
    encounter,
    figures,
    learning,
    module_feedback,
    person,
    reminder,
    review,
    session,
    staff_reading,
    sync,
    task,
    version,
)
from viktig.domain.problems import PROBLEMS

TARGET = Path(__file__).resolve().parent.parent / "pwa/src/domain/wire.ts"
SHAPES = (
    sync.SyncRequest,
    sync.SyncAnswer,
    version.Version,
    version.Content,
    version.Receipt,
    session.Redemption,
    session.InvitationRefusal,
    session.Welcome,
    session.ChallengeRequest,
    session.Challenge,
    session.Renewal,
    session.DemoSignIn,
    session.Session,
    session.SessionRow,
    session.NewInvitation,
    session.Invitation,
    consent.NewCarer,
    encounter.NewStay,
    encounter.Transfer,
    encounter.EndOfStay,
    encounter.Place,
    encounter.Postponement,
    encounter.Today,
    task.NewTask,
    task.TaskChange,
    review.NewReview,
    person.Practitioner,
    reminder.NewReminderAddress,
    reminder.AgreedReminder,
    reminder.ReminderStop,
    reminder.Reminders,
    arrivals.Arrivals,
    arrivals.PatientPage,
    arrivals.Handover,
    arrivals.AccessLog,
    figures.Figures,
    module_feedback.ModuleFeedback,
    learning.Learning,
    staff_reading.ReadSoFar,
    staff_reading.StaffReadings,
)


def typescript(schema: dict[str, Any]) -> str:
    """The TypeScript type of one JSON schema."""
    match schema:
        case {"$ref": str(ref)}:
            return ref.rsplit("/", 1)[1]
        case {"enum": list(values)} if "properties" not in schema:
            return " | ".join(f'"{value}"' for value in sorted(values))
        case {"anyOf": list(options)}:
            return " | ".join(dict.fromkeys(typescript(option) for option in options))
        case {"type": "array", "items": dict(items)}:
            inner = typescript(items)
            return f"readonly ({inner})[]" if " " in inner else f"readonly {inner}[]"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"Readonly<Record<string, {typescript(values)}>>"
        case {"type": "integer" | "number"}:
            return "number"
        case {"type": str(name)} if name in ("string", "boolean", "null"):
            return name
    return "unknown"


def interface(name: str, schema: dict[str, Any]) -> str:
    if "properties" not in schema:
        return f"export type {name} = {typescript(schema)}\n"
    required = set(schema.get("required", ()))
    lines = [
        f"  readonly {field}{'' if field in required else '?'}: {typescript(shape)}"
        for field, shape in schema["properties"].items()
    ]
    return "\n".join([f"export interface {name} {{", *lines, "}\n"])


def text() -> str:
    _, components = msgspec.json.schema_components(SHAPES, ref_template="#/{name}")
    parts = ["// Made by tools/wire.py from the server's shapes. Not to be edited.\n"]
    parts += [interface(name, schema) for name, schema in sorted(components.items())]
    contents = " | ".join(shape.__name__ for shape in get_args(version.Content))
    slugs = " | ".join(f'"{slug}"' for slug in PROBLEMS)
    parts += [f"export type Content = {contents}\n", f"export type ProblemSlug = {slugs}\n"]
    return "\n".join(parts)


def main() -> str | int:
    if "--check" not in sys.argv:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(text())
    elif not TARGET.exists() or TARGET.read_text() != text():
        return f"{TARGET.name} is older than the server's shapes: run tools/wire.py"
    return 0


if __name__ == "__main__":
    sys.exit(main())
