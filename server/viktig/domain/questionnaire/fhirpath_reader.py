"""Whether an expression can be read as FHIRPath; what it says is found out where it runs, on the phone.

The grammar is HL7's (https://build.fhir.org/ig/HL7/FHIRPath/grammar.html). What binds closer does not matter here.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from viktig.domain.questionnaire.checking_found import short

DEEPEST: Final = 100
DAY: Final = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
CLOCK: Final = r"[0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
TOKEN: Final = re.compile(
    r"(?P<space>[ \r\n\t]+|/\*.*?\*/|//[^\r\n]*)"
    r"|(?P<text>'(?:\\.|[^'\\])*'|'[^']*')"
    r"|(?P<name>`(?:\\.|[^`\\])*`|`[^`]*`|[A-Za-z_][A-Za-z0-9_]*)"
    rf"|(?P<value>@{DAY}(?:T(?:{CLOCK}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?)?|@T{CLOCK}|[0-9]+L)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<mark>[$](?:this|index|total)|[<>!]=|!~|[-.,:()\[\]{}+*/&|<>=~%])",
    re.DOTALL,
)
UNIT: Final = re.compile("(year|month|week|day|hour|minute|second|millisecond)s?")
WORDS: Final = ("div", "mod", "and", "or", "xor", "implies")
OPERATORS: Final = (*"*/+-&|<>=~", "<=", ">=", "!=", "!~", "in", "contains", *WORDS)


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class Unread(Exception):
    """Where it cannot be read, to be told after "it"."""


def fault(expression: str) -> str:
    """What is wrong with it, to be told after "it"; empty where it can be read."""
    try:
        Reader(expression).whole()
    except Unread as why:
        return str(why)
    return ""


class Reader:
    def __init__(self, expression: str) -> None:
        self.text = expression
        self.tokens = tuple(self._tokens())
        self.next = 0
        self.depth = 0

    def _tokens(self) -> Iterator[Token]:
        at = 0
        while found := TOKEN.match(self.text, at):
            if found.lastgroup != "space":
                yield Token(found.lastgroup or "", found[0], at)
            at = found.end()
        yield Token("end" if at == len(self.text) else "strange", "", at)

    def whole(self) -> None:
        self.expression()
        if self.tokens[self.next].kind != "end":
            self.stuck()

    def stuck(self) -> None:
        rest = self.text[self.tokens[self.next].at :]
        raise Unread(f"cannot be read from {short(rest, 30)} on" if rest else "breaks off at its end")

    def take(self, *marks: str) -> bool:
        there = self.tokens[self.next].text in marks
        self.next += there
        return there

    def take_kind(self, kind: str) -> bool:
        there = self.tokens[self.next].kind == kind
        self.next += there
        return there

    def demand(self, mark: str) -> None:
        if not self.take(mark):
            self.stuck()

    def expression(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unread(f"has brackets more than {DEEPEST} deep")
        self.term()
        while True:
            if self.take("."):
                self.invocation()
            elif self.take("["):
                self.expression()
                self.demand("]")
            elif self.take("is", "as"):
                self.name()
            elif self.take(*OPERATORS):
                self.term()
            else:
                break
        self.depth -= 1

    def term(self) -> None:
        while self.take("+", "-"):
            pass
        if self.take("("):
            self.expression()
            self.demand(")")
        elif self.take("{"):
            self.demand("}")
        elif self.take("%"):
            if not self.take_kind("text"):
                self.name()
        elif self.take_kind("number"):
            if UNIT.fullmatch(self.tokens[self.next].text) or self.tokens[self.next].kind == "text":
                self.next += 1
        elif not (self.take_kind("text") or self.take_kind("value") or self.take("true", "false")):
            self.invocation()

    def invocation(self) -> None:
        if self.take("$this", "$index", "$total"):
            return
        self.name()
        if self.take("("):
            if not self.take(")"):
                self.each(self.argument, ")")
        elif self.take("{"):
            self.instance()

    def argument(self) -> None:
        self.expression()
        self.take("asc", "desc")  # of sort()

    def instance(self) -> None:
        """The elements of a thing that is made, as in `Coding { code: 'a' }`."""
        if self.take(":"):
            self.demand("}")
        else:
            self.each(self.element, "}")

    def element(self) -> None:
        self.name()
        self.demand(":")
        self.expression()

    def each(self, read: Callable[[], None], end: str) -> None:
        read()
        while self.take(","):
            read()
        self.demand(end)

    def name(self) -> None:
        token = self.tokens[self.next]
        if token.kind != "name" or token.text in (*WORDS, "true", "false") or UNIT.fullmatch(token.text):
            self.stuck()
        self.next += 1
