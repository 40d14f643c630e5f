"""What is wrong with a TOML file is told by its line, so that a writer can mend it."""

from pathlib import Path

import pytest

from viktig.content import toml_faults
from viktig.content.reading import BadContent, toml

TALK = 'ask = "What?"\npoints = ["one"]\n'


def fault(folder: Path, text: str) -> str:
    path = folder / "nb.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadContent) as bad:
        toml(path, dict[str, object])
    return str(bad.value).removeprefix(f"{folder.name}/nb.toml: ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{TALK}right", 'at the end of the file: write name = "words"'),
        (f"{TALK}right = yes", "line 3: what stands after the = cannot be read. Words stand in straight quotes"),
        (f"{TALK}right = “yes”", "line 3: what stands after the = cannot be read. Words stand in straight quotes"),
        (f'{TALK}told = "one\ntwo"', 'line 3: the line ends before the words do. Write a " after them'),
        (f"{TALK}told = 'one\ntwo'", "line 3: the line ends before the words do. Write a ' after them"),
        (f'{TALK}told = """one\ntwo', 'at the end of the file: words begin with " or """ and never end'),
        (f"{TALK}told = '''one\ntwo", "at the end of the file: words begin with ' or ''' and never end"),
        (f'{TALK}told = "say "hello""', "line 3: something more stands behind it on the line"),
        (f'{TALK}told = "C:\\data"', r"line 3: a \ stands in the words. Write it twice: \\"),
        (f'{TALK}told = "\\u12"', r"line 3: a \ stands in the words"),
        (f'{TALK}told = "one\x07"', "line 3: a sign stands there that cannot be seen"),
        (f'{TALK}ask = "Again?"\n', "line 3: a name or a heading is here for the second time"),
        ("[review]\n[review]\n", "line 2: a name or a heading is here for the second time"),
        ('told = ["one" "two"]\n', "line 1: a list has no ] at its end, or no comma"),
        ("told = {one = 1\n", "line 1: what begins with { has no } at its end"),
        ("[review\nby = 1\n", "line 1: a heading begins with [ and does not end with ]. Write it such as [review]"),
        ("[[sources]\n", "line 1: a heading begins with [[ and does not end with ]]"),
        ('når = "nå"\n', 'line 1: write name = "words". A name holds a-z, 0-9, - and _ alone'),
        ('# note\nå = "nå"\n', 'line 2: a line is name = "words", a [heading], or # and a note'),
        ("a. = 1\n", "line 1: a name holds a-z, 0-9, - and _ alone"),
        ("day = 2026-02-31\n", "line 1: there is no such day or time. Write it such as 2026-11-23"),
    ],
)
def test_what_cannot_be_read_says_its_line_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    assert fault(tmp_path, text).startswith(told)


def test_a_fault_that_has_no_place_is_told_without_one() -> None:
    assert toml_faults.plain("Invalid value").startswith("what stands after the = cannot be read")


MANY = 5_000


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * MANY + " = 1",
        "a" + " \t.  a" * MANY + " = 1",
        '"a"' + '."a b"' * MANY + " = 1",
        r'"\""' + r'."\""' * MANY + " = 1",
        "'a'" + ".'\"'" * MANY + " = 1",
        'b = ["""say "hi"""", {"a"' + '."a"' * MANY + " = 1}]",
        "b = ['''it's'''', {'a'" + ".'a'" * MANY + " = 1}]",
        "[a" + ".a" * MANY + "]",
        "[[ a" + ".a" * MANY + "]]",
        "b = {a" + ".a" * MANY + " = 1}",
        "b = [\n{a" + ".a" * MANY + " = 1}]",
    ],
    ids=lambda text: text[:12],
)
def test_names_too_deep_to_be_read_are_refused_before_a_parser_tries(tmp_path: Path, text: str) -> None:
    said = fault(tmp_path, f"# a note\n{text}\n")
    line = 3 if "\n" in text else 2
    assert said.startswith(f"line {line}: more than 20 names with dots between them")


def test_numbers_addresses_and_sentences_with_dots_are_no_deep_names(tmp_path: Path) -> None:
    path = tmp_path / "nb.toml"
    words = "Ja. Nei. Kanskje. " * 9 + "1" + ".2" * 40 + " ..... 1. 2. 3."
    quoted = [f'"{words}"', f"'{words}'", f'"""{words}\n"a".{words}"""', f"'''{words}\n\\{words}'''"]
    path.write_text("".join(f"a{n} = {one} # {words}\n" for n, one in enumerate(quoted)), "utf-8")
    assert list(toml(path, dict[str, object])) == ["a0", "a1", "a2", "a3"]


def test_as_deep_as_it_may_be_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "nb.toml"
    path.write_text("a" + ".a" * (toml_faults.DEEPEST - 1) + " = 1\n")
    assert toml(path, dict[str, object])


def test_what_is_no_fault_of_the_writing_is_told_as_before(tmp_path: Path) -> None:
    path = tmp_path / "nb.toml"
    path.write_text("a = 1\n")
    with pytest.raises(BadContent, match=r"Expected `str`, got `int` - at `\$\[\.\.\.\]`"):
        toml(path, dict[str, str])
