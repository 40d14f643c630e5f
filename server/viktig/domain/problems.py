"""What can go wrong: one closed list. A person never sees these words; the web app has a sentence for each slug."""

from typing import Final

PROBLEMS: Final[dict[str, int]] = {
    # who
    "not-signed-in": 401,
    "session-expired": 401,
    "wrong-profile": 403,
    "not-allowed": 403,
    "not-found": 404,
    "cross-site": 403,
    # invitations
    "code-unknown": 404,
    "code-used": 410,
    "code-expired": 410,
    "code-blocked": 410,
    "birth-date-differs": 403,
    "too-many-tries": 429,
    "key-unknown": 401,
    # what was sent
    "unreadable": 400,
    "wrong-content-type": 415,
    "too-large": 413,
    "not-valid": 422,
    "version-differs": 409,
    "wrong-author": 403,
    "changed-meanwhile": 409,
    "missing-if-match": 428,
    "too-late": 409,
    "stay-ended": 409,
    "unit-unknown": 422,
    "already-taken": 409,
    "list-full": 409,
    "already-here": 409,
    # the house
    "disk-full": 507,
    "not-available": 503,
    "unexpected": 500,
    "method-not-allowed": 405,
}
"""slug -> HTTP status"""


class Problem(Exception):
    """Something that a person can be told. `detail` names fields, never personal data."""

    def __init__(self, slug: str, detail: str = "") -> None:
        super().__init__(slug)
        self.slug = slug
        self.detail = detail
        self.status = PROBLEMS[slug]
