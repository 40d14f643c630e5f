"""A limit on who asks without a name. No address is kept: for an hour its keyed hash counts, in memory alone."""

import hashlib
import secrets
import time
from collections import Counter
from collections.abc import Callable

from viktig.domain.problems import Problem

WINDOW_SECONDS = 3600.0
MOST_FROM_ONE = 120
"""A ward, and whoever stands behind the same proxy, share one address."""
MOST_IN_ALL = 6000


class Flood:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._key = secrets.token_bytes(32)
        self._from: Counter[bytes] = Counter()
        self._since = self._clock()

    def pass_one(self, address: str) -> None:
        """Raises `too-many-tries` when there have been too many from there, or in all."""
        if self._clock() - self._since > WINDOW_SECONDS:
            self._begin_anew()
        who = hashlib.blake2b(address.encode(), key=self._key, digest_size=16).digest()
        if self._from[who] >= MOST_FROM_ONE or self._from.total() >= MOST_IN_ALL:
            raise Problem("too-many-tries")
        self._from[who] += 1
