"""Text messages through a hook of the organisation's own: one POST a message, described in docs/reminders.md."""

import msgspec

from viktig.domain.reminder import Outcome
from viktig.interop.push import posted

GONE = (404, 410, 422)
"""The hook says that this number takes no messages."""


class Sms(msgspec.Struct, frozen=True):
    hook: str
    secret: str

    async def send(self, id: str, to: str, text: str) -> Outcome:
        """`id` is the same when it is tried again, so that the hook can tell."""
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["Authorization"] = f"Bearer {self.secret}"
        return await posted(self.hook, headers, msgspec.json.encode({"id": id, "to": to, "text": text}), GONE)
