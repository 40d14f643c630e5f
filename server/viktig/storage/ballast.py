"""Room kept for the access log: a file that is given up when the disk is full, so that reading, and writing down who
has read, can go on while nothing else is written."""

import contextlib
import os
import shutil
from pathlib import Path

SIZE = 64_000_000


class Ballast:
    """Laid beside the database. Without being laid, a full disk is noticed but nothing is kept back."""

    def __init__(self, database: Path, size: int = SIZE) -> None:
        self.path = database.with_name(database.name + "-ballast")
        self.size = size
        self.wanted = False
        """Whether it is to lie there whenever there is room."""

    def lay(self) -> bool:
        """Whether it lies there now. It asks for twice its size, since it must not be what fills the disk."""
        self.wanted = True
        if self.path.exists():
            return True
        if shutil.disk_usage(self.path.parent).free < 2 * self.size:
            return False
        with contextlib.suppress(OSError), self.path.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, self.size)
            return True
        self.drop()
        return False

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)
