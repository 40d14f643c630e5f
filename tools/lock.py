"""Writes the locks anew, with the newest packages that pyproject.toml and pwa/package.json allow: `make lock`.

The files hold names, versions and hashes; no address of where packages come from.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
PWA = ROOT / "pwa"
COMPILE = ["pip", "compile", "--universal", "--python-version", "3.11", "--upgrade", "--quiet"]
PLAIN = ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate"]
LISTS = {
    "run": [],
    "build": ["--group", "build", "--extra", "postgres"],
    "dev": ["--group", "dev", "--extra", "postgres"],
}


def lock_python(uv: Path) -> None:
    """Each list contains the one before, version for version."""
    before: list[str] = []
    for name, more in LISTS.items():
        target = str(LOCKS / f"{name}.txt")
        command = [str(uv), *COMPILE, *PLAIN, *before, *more, "--output-file", target, "pyproject.toml"]
        subprocess.run(command, check=True, cwd=ROOT)
        before = ["--constraints", target]


def lock_node() -> None:
    subprocess.run(["npm", "update", "--package-lock-only"], check=True, cwd=PWA)
    path = PWA / "package-lock.json"
    lock = json.loads(path.read_text("utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        programs = Path(folder, "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        lock_python(programs / "uv")
    lock_node()


if __name__ == "__main__":
    main()
