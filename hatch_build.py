"""Takes the built web app and the compiled translations, which git ignores, into the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MADE = ("server/viktig/web", "server/viktig/locales", "server/viktig/content/made")


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        if not (root / "server/viktig/web/index.html").exists():
            raise RuntimeError("The web app is not built. Use `make wheel`.")
        for folder in MADE:
            for path in sorted((root / folder).rglob("*")):
                if path.is_file():
                    inside = path.relative_to(root / "server").as_posix()
                    build_data["force_include"][str(path)] = inside
