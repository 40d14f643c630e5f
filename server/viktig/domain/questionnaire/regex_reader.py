"""Reads a regular expression as both Python (re.ASCII) and JavaScript (no flags) read it; the rest is refused."""

from dataclasses import dataclass
from typing import Final, Literal

MOST_TIMES: Final = 1_000
DEEPEST: Final = 30
LAST: Final = 0x10FFFF
BEYOND: Final = 0xFFFF
"""A character after this one is two for JavaScript."""

Set = tuple[tuple[int, int], ...]
"""Ranges of characters, both ends within."""
DIGIT: Final[Set] = ((48, 57),)
WORD: Final[Set] = ((48, 57), (65, 90), (95, 95), (97, 122))
SPACE: Final[Set] = ((9, 13), (32, 32))
MORE_SPACE: Final[Set] = (
    *((one, one) for one in (0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF)),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
)
"""Spaces for JavaScript alone."""
CLASSES: Final[dict[str, Set]] = {"d": DIGIT, "w": WORD, "s": (*SPACE, *MORE_SPACE)}
CONTROLS: Final = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13}


class Refused(Exception):
    """Why the expression cannot be used, in words for whoever wrote the form."""


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A part of an expression. `set`: of a character. `low`, `high`: of a repeat; high None is without end."""

    kind: Literal["character", "nothing", "sequence", "either", "repeat"]
    parts: tuple["Node", ...] = ()
    set: Set = ()
    low: int = 1
    high: int | None = 1


NOTHING: Final = Node("nothing")


class Reader:
    """Reads what both engines read alike; anything else is refused."""

    def __init__(self, pattern: str, lines: bool) -> None:
        self.pattern = pattern
        self.lines = lines
        self.at = 0
        self.differs: list[str] = []

    def whole(self) -> Node:
        tree = self.either(0)
        if self.at < len(self.pattern):
            raise Refused("has a ) without its (")
        return tree

    def peek(self, mark: str) -> bool:
        return self.pattern.startswith(mark, self.at)

    def take(self, mark: str) -> bool:
        there = self.peek(mark)
        self.at += len(mark) * there
        return there

    def next(self) -> str:
        if self.at >= len(self.pattern):
            raise Refused("ends too early")
        self.at += 1
        return self.pattern[self.at - 1]

    def either(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise Refused(f"has groups more than {DEEPEST} deep")
        branches = [self.sequence(depth)]
        while self.take("|"):
            branches.append(self.sequence(depth))
        return branches[0] if len(branches) == 1 else Node("either", tuple(branches))

    def sequence(self, depth: int) -> Node:
        begins, parts = True, []
        while self.at < len(self.pattern) and not self.peek("|") and not self.peek(")"):
            if self.take("^"):
                if not begins or depth:
                    raise Refused("has a ^ that is not at the beginning")
                continue
            if self.take("$"):
                if self.at < len(self.pattern) and (depth or not self.peek("|")):
                    raise Refused("has a $ that is not at the end")
                continue
            begins = False
            parts.append(self.repeated(self.atom(depth)))
        return Node("sequence", tuple(parts))

    def atom(self, depth: int) -> Node:
        one = self.next()
        if one == "(":
            if self.peek("?") and not self.take("?:"):
                raise Refused("has a group that begins with (? and is not (?:, such as a look ahead, a flag or a name")
            inside = self.either(depth + 1)
            if not self.take(")"):
                raise Refused("has a ( without its )")
            return inside
        if one in "*+?":
            raise Refused(f"has a {one} with nothing before it")
        if one in "{}":
            raise Refused(f"has a {one} that counts nothing: write \\{one}")
        if one == "[":
            return self.one_of()
        if one == ".":
            if self.lines:
                self.differs.append("a dot, at the end of a line")
            return self.wide(((0, 9), (11, LAST)), "a dot")
        if one == "\\":
            return self.escaped()
        if ord(one) > BEYOND:
            return Node(
                "sequence", (self.single(ord(one)), NOTHING)
            )  # two characters for JavaScript: not to be repeated
        return self.single(ord(one))

    @staticmethod
    def single(code: int) -> Node:
        return Node("character", set=((code, code),))

    def wide(self, taken: Set, name: str) -> Node:
        """What takes characters beyond the common ones: alike only where any number of them may stand."""
        any_number = self.peek("*") or self.peek("+") or self.peek("{0,}") or self.peek("{1,}")
        if not any_number:
            self.differs.append(f"{name} without * or +, for characters such as 😀")
        return Node("character", set=taken)

    def escaped(self) -> Node:
        one = self.next()
        if one in "bB":
            if one == "B":
                raise Refused("has a \\B")
            return NOTHING
        if one.lower() in CLASSES:
            return self.class_of(one, alone=True)
        return self.single(self.code(one))

    def class_of(self, one: str, alone: bool) -> Node:
        if one.lower() == "s":
            self.differs.append(f"\\{one}, for spaces such as the one that does not break: write [ ]")
        own = CLASSES[one.lower()]
        if one.islower():
            return Node("character", set=own)
        return (
            self.wide(without(own if one != "S" else SPACE), f"\\{one}")
            if alone
            else Node("character", set=without(own))
        )

    def code(self, one: str) -> int:
        """The character that an escape stands for."""
        if one in CONTROLS:
            return CONTROLS[one]
        digits = {"x": 2, "u": 4}.get(one, 0)
        if digits:
            written = self.pattern[self.at : self.at + digits]
            if len(written) < digits or any(digit not in "0123456789abcdefABCDEF" for digit in written):
                raise Refused(f"has a \\{one} without its {digits} digits")
            self.at += digits
            return int(written, 16)
        if one.isdecimal():
            raise Refused("refers back to a group, or has an octal number")
        if not one.isascii() or one.isalnum():
            raise Refused(f"has a \\{one}, which not both engines read")
        return ord(one)

    def one_of(self) -> Node:
        """A class in brackets."""
        negated = self.take("^")
        if self.peek("]"):
            raise Refused("has an empty []")
        taken: list[tuple[int, int]] = []
        while not self.take("]"):
            first = self.member()
            if isinstance(first, int) and self.peek("-") and not self.peek("-]"):
                self.at += 1
                last = self.member()
                if not isinstance(last, int) or last < first:
                    raise Refused("has a range in [] whose end comes before its beginning")
                taken.append((first, last))
            else:
                taken += ((first, first),) if isinstance(first, int) else first
        if negated:
            return self.wide(without(tuple(taken)), "a [^…]")
        if any(last > BEYOND for _, last in taken):
            return self.wide(tuple(taken), "a […] with negated classes")
        return Node("character", set=tuple(taken))

    def member(self) -> int | Set:
        one = self.next()
        if one == "\\":
            escape = self.next()
            if escape.lower() in CLASSES:
                return self.class_of(escape, alone=False).set
            return 8 if escape == "b" else self.code(escape)
        if one == "[" or (one in "&|~-" and self.peek(one)):
            raise Refused(f"has a {one} within [] that the engines may read differently: write \\{one}")
        if ord(one) > BEYOND:
            raise Refused(f"has {one} within []: it is two characters for a browser")
        return ord(one)

    def repeated(self, body: Node) -> Node:
        low, high = self.times()
        if (low, high) == (1, 1):
            return body
        if body is NOTHING or (body.kind == "sequence" and NOTHING in body.parts):
            raise Refused("repeats what cannot be repeated: put it in (?:…)")
        self.take("?")
        if self.at < len(self.pattern) and self.pattern[self.at] in "*+?{":
            raise Refused("repeats a repeat")
        return Node("repeat", (body,), low=low, high=high)

    def times(self) -> tuple[int, int | None]:
        if self.take("*"):
            return 0, None
        if self.take("+"):
            return 1, None
        if self.take("?"):
            return 0, 1
        if not self.take("{"):
            return 1, 1
        inside, end, rest = self.pattern[self.at :].partition("}")
        low, comma, high = inside.partition(",")
        if not end or not number(low) or (high and not number(high)):
            raise Refused("has a { that counts nothing: write \\{")
        self.at = len(self.pattern) - len(rest)
        most = (int(high) if high else None) if comma else int(low)
        if int(low) > MOST_TIMES or (most is not None and not int(low) <= most <= MOST_TIMES):
            raise Refused(f"counts beyond {MOST_TIMES:,}, or backwards")
        return (int(low), most) if (int(low), most) != (1, 1) else (1, 1)


def number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def without(taken: Set) -> Set:
    """All other characters."""
    kept, at = [], 0
    for first, last in sorted(taken):
        if first > at:
            kept.append((at, first - 1))
        at = max(at, last + 1)
    return (*kept, (at, LAST)) if at <= LAST else tuple(kept)
