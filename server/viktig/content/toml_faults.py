"""What is wrong with a TOML file, by its line and in plain words: a writer need not know how a parser speaks."""

import re
from typing import Final

DEEPEST: Final = 20
"""Names with dots between them. Ours have two; over thousands the parser sits for minutes."""
NAME: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
WORDS: Final = r""""{3}(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)|'{3}.*?(?:'{3,5}|\Z)|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*"""
"""Words and notes, in which dots are dots. What begins and never ends goes to the end: it is read only once."""
DEEP: Final = re.compile(rf"(?P<deep>(?<![A-Za-z0-9_-]){NAME}(?:[ \t]*\.[ \t]*{NAME}){{{DEEPEST}}})|{WORDS}", re.DOTALL)
PLACED: Final = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)
TWICE: Final = "a name or a heading is here for the second time. Keep one of them"
BACKSLASH: Final = r"a \ stands in the words. Write it twice: \\"
PLAIN: Final[tuple[tuple[str, str], ...]] = (
    ("Expected '=' after a key", 'write name = "words". A name holds a-z, 0-9, - and _ alone'),
    ("Invalid value", 'what stands after the = cannot be read. Words stand in straight quotes: name = "words"'),
    ("Unterminated string", 'words begin with " or """ and never end. Write the same after them'),
    ("Expected \"'", "words begin with ' or ''' and never end. Write the same after them"),
    ("Illegal character '\\n'", 'the line ends before the words do. Write a " after them, or """ around many lines'),
    ("Found invalid character '\\n'", "the line ends before the words do. Write a ' after them"),
    ("Illegal character", "a sign stands there that cannot be seen. Take it away, or write these words anew"),
    ("Found invalid character", "a sign stands there that cannot be seen. Take it away, or write these words anew"),
    ("Unescaped '\\' in a string", BACKSLASH),
    ("Invalid hex value", BACKSLASH),
    ("Escaped character", BACKSLASH),
    ("Expected newline", r'something more stands behind it on the line. A " within words is written \"'),
    ("Cannot ", TWICE),
    ("Duplicate inline table key", TWICE),
    ("Unclosed array", "a list has no ] at its end, or no comma between two of its words. Look above, too"),
    ("Unclosed inline table", "what begins with { has no } at its end, or no comma within. Look above, too"),
    ("Expected ']'", "a heading begins with [ and does not end with ]. Write it such as [review]"),
    ("Expected ']]'", "a heading begins with [[ and does not end with ]]. Write it such as [[sources]]"),
    (
        "Invalid initial character for a key part",
        "a name holds a-z, 0-9, - and _ alone. Is there a comma or dot too many?",
    ),
    ("Invalid statement", 'a line is name = "words", a [heading], or # and a note'),
    ("Invalid date or datetime", "there is no such day or time. Write it such as 2026-11-23"),
)


def deep(text: str) -> str:
    """The fault of names too deep to be read, before a parser tries; empty when there is none."""
    found = next((one for one in DEEP.finditer(text) if one["deep"]), None)
    if not found:
        return ""
    line = text.count("\n", 0, found.start()) + 1
    return f"line {line}: more than {DEEPEST} names with dots between them. Write a [heading], and short names below it"


def plain(fault: str) -> str:
    """What the parser says, as a person would."""
    placed = PLACED.fullmatch(fault)
    what = placed["what"] if placed else fault
    told = next((said for start, said in PLAIN if what.startswith(start)), f"cannot be read as TOML: {what}")
    if not placed:
        return told
    return f"line {placed['line']}: {told}" if placed["line"] else f"at the end of the file: {told}"
