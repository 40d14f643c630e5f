"""Makes this work tree ready: `python3 tools/setup.py run` to see it, `... test` to work on it.

Needs nothing but Python 3.11 with venv. Each step is stamped with a hash of what went in, so that a second
run does nothing. Keep the syntax old enough for an older Python to read it and say that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMPS = VENV / "stamps"
PWA = ROOT / "pwa"
WEB = ROOT / "server" / "viktig" / "web"
LOCK_RUN = ROOT / "requirements" / "build.txt"
LOCK_TEST = ROOT / "requirements" / "dev.txt"


def stop(sentence: str) -> NoReturn:
    print(f"\nviktig: {sentence}", file=sys.stderr)
    raise SystemExit(1)


def digest(paths: Iterable[Path], *more: str) -> str:
    whole = hashlib.sha256("\0".join(more).encode())
    for path in sorted(paths):
        whole.update(f"{path.relative_to(ROOT)}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def files(*roots: Path, leave: tuple[str, ...] = ()) -> list[Path]:
    """Every file below the roots, without the folders named in `leave`."""
    found = [root for root in roots if root.is_file()]
    for root in roots:
        for folder, folders, names in os.walk(root):
            folders[:] = [name for name in folders if name not in leave and not name.startswith(".")]
            found += [Path(folder, name) for name in names]
    return found


def step(name: str, inputs: str, what: str, made: Path, work: Callable[[], None], also: tuple[str, ...] = ()) -> None:
    """Does the work unless `made` stands there, made from the same inputs. `also`: steps that this one covers."""
    stamp = STAMPS / name
    if made.exists() and stamp.exists() and stamp.read_text() == inputs:
        return
    print(f"  {what} ...", end="", flush=True)
    began = time.monotonic()
    stamp.unlink(missing_ok=True)
    work()
    STAMPS.mkdir(parents=True, exist_ok=True)
    for each in (name, *also):
        (STAMPS / each).write_text(inputs)
    print(f" {time.monotonic() - began:.0f} s", flush=True)


def call(command: Sequence[str | Path], folder: Path, hint: str) -> None:
    """Runs a program quietly; when it fails its own words are shown, and then what to do."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        # Hospitals look into their own traffic: Node then has to trust what the machine trusts, as pip does
        env={"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        print(f"\n\n{done.stdout.decode(errors='replace').strip()}", file=sys.stderr)
        stop(hint)


def packaging() -> dict[str, object]:
    """What pyproject.toml says of the package; how it is linted does not matter here."""
    import tomllib

    whole = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {"build": whole["build-system"], "project": whole["project"], "hatch": whole["tool"]["hatch"]}


def make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        stop(
            f"this Python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python{version}-venv"
        )
    outside = str(getattr(sys, "_base_executable", sys.executable))  # this may be .venv itself, when it is activated
    call([outside, "-m", "venv", "--clear", VENV], ROOT, "the virtual environment .venv could not be made.")


def install_python(lock: Path) -> None:
    pip: list[str | Path] = [BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    call(
        [*pip, "--require-hashes", "--requirement", lock],
        ROOT,
        "the Python packages could not be installed. Is the network there? Then run the same command again.",
    )
    call([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], ROOT, "viktig itself could not be installed.")


def install_node(*more: str) -> None:
    call(
        [BIN / "npm", "ci", "--no-progress", *more],
        PWA,
        "the web app's packages could not be installed. Is the network there? Then run the same command again.",
    )


def compile_locales() -> None:
    call([BIN / "python", ROOT / "tools" / "locales.py", "compile"], ROOT, "the translations could not be compiled.")


def make_modules() -> None:
    call([BIN / "python", "-m", "viktig.content.made"], ROOT, "the learning modules could not be made.")


def build_web() -> None:
    call(
        [BIN / "node", PWA / "node_modules" / "vite" / "bin" / "vite.js", "build"],
        PWA,
        "the web app could not be built.",
    )


def prepare(target: str) -> None:
    testing = target == "test"
    python = f"{sys.version} {sysconfig.get_platform()} {VENV}"
    step("venv", digest([], python), "a virtual environment", BIN / "python", make_venv)

    lock = LOCK_TEST if testing else LOCK_RUN
    inputs = digest([LOCK_RUN, LOCK_TEST, ROOT / "hatch_build.py"], json.dumps(packaging(), sort_keys=True))
    name, also = ("python-test", ("python-run",)) if testing else ("python-run", ())
    step(name, inputs, "Python packages", BIN / "node", lambda: install_python(lock), also)

    inputs = digest([PWA / "package.json", PWA / "package-lock.json"])
    name, also = ("node-test", ("node-run",)) if testing else ("node-run", ())
    leave = () if testing else ("--omit=dev",)
    step(name, inputs, "packages of the web app", PWA / "node_modules", lambda: install_node(*leave), also)

    words = [path for path in files(ROOT / "locales") if path.suffix == ".po"]
    words += [ROOT / "tools/locales.py", ROOT / "tools/messages.py", ROOT / "server/viktig/sentences.py"]
    step("locales", digest(words), "translations", PWA / "src" / "i18n" / "generated", compile_locales)

    content = files(ROOT / "server/viktig/content", leave=("made", "__pycache__"))
    step("modules", digest(content), "learning modules", ROOT / "server/viktig/content/made", make_modules)

    source = [path for path in files(PWA, leave=("node_modules",)) if ".test." not in path.name]
    step("web", digest(source), "the web app", WEB / "index.html", build_web)

    if testing:
        tool = ROOT / "tools" / "chromium.py"
        bring = [BIN / "python", tool]
        step(
            "chromium",
            digest([tool]),
            "Chromium for the tests",
            VENV / "chromium",
            lambda: call(bring, ROOT, "without a Chromium there are no browser tests."),
        )


def main() -> None:
    if sys.version_info < OLDEST:
        stop(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}. Try: make PYTHON=python3.12")
    target = sys.argv[1] if len(sys.argv) == 2 else ""
    if target not in ("run", "test"):
        stop("usage: python3 tools/setup.py run|test")
    prepare(target)


if __name__ == "__main__":
    main()
