"""A measured figure beside its goal."""

from __future__ import annotations

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """`at_least`: the goal is a floor; else it is a ceiling."""

    name: str
    what: str
    value: float
    goal: float
    unit: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def line(self) -> str:
        sign = ">=" if self.at_least else "<="
        verdict = "met" if self.met else f"MISSED by {abs(self.value - self.goal) / self.goal:.0%}"
        unit = f" {self.unit}" if self.unit else ""
        return (
            f"{self.name:<4} {self.what:<62} {self.value:>9.3g}{unit:<5} goal {sign} {self.goal:g}{unit:<5} {verdict}"
        )
