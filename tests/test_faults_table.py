"""README's table of faults names the test that proves each row; here it is held to its word."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\|(?P<fault>[^|]+)\|(?P<seen>[^|]+)\|(?P<tests>[^|]+)\|$", re.MULTILINE)


def rows() -> list[tuple[str, list[str]]]:
    _, _, after = (ROOT / "README.md").read_text("utf-8").partition("## When things go wrong\n")
    section, _, _ = after.partition("\n## ")
    found = [(row["fault"].strip(), re.findall(r"`([^`]+)`", row["tests"])) for row in ROW.finditer(section)]
    return found[2:]


def stands(name: str) -> bool:
    """`test_sentence`, a file of tests, or `file.test.ts: the sentence` of the web app."""
    if name.endswith(".py"):
        return any(ROOT.glob(f"tests/**/{name}")) or any(ROOT.glob(f"e2e/**/{name}"))
    file, _, title = name.partition(": ")
    if title:
        return any(f'("{title}"' in path.read_text("utf-8") for path in ROOT.glob(f"pwa/src/**/{file}"))
    sources = [*ROOT.glob("tests/**/test_*.py"), *ROOT.glob("e2e/**/test_*.py")]
    return any(f"def {name}(" in path.read_text("utf-8") for path in sources)


def test_every_fault_in_the_readme_has_a_test_that_exists() -> None:
    assert len(rows()) > 10
    assert [fault for fault, tests in rows() if not tests] == []
    assert [name for _, tests in rows() for name in tests if not stands(name)] == []


def test_a_test_that_is_not_there_would_be_missed() -> None:
    assert not stands("test_nobody_wrote_this" + "_one")
    assert not stands("sync.test.ts: nobody wrote this one")
    assert not stands("test_no_such_file.py")
