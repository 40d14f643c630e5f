"""What a person is told when something went wrong: a sentence for each slug of `domain/problems.py`.

The web app gets the same sentences with its language. Say what happened, what is safe, and what to do now.
"""

from typing import Final


def _(msgid: str) -> str:
    """Marks a sentence for translation; the reader's language is known later."""
    return msgid


SENTENCES: Final[dict[str, str]] = {
    # who
    "not-signed-in": _("You need to sign in first."),
    "session-expired": _("You have been signed out. What you have written is kept. Sign in to go on."),
    "wrong-profile": _("This belongs to somebody else who uses the same phone. Change person and try again."),
    "not-allowed": _("You do not have access to this."),
    "not-found": _("We did not find what you asked for."),
    "cross-site": _("This came from another website, so we stopped it. Open Viktig again and try once more."),
    # invitations
    "code-unknown": _("We do not know this code. Check it against the sheet, or ask for a new one."),
    "code-used": _("This code has been used before. Ask for a new one."),
    "code-expired": _("This code is too old. Ask for a new one."),
    "code-blocked": _("This code has been stopped. Ask for a new one."),
    "birth-date-differs": _("The date of birth does not belong to this code. Check it and try again."),
    "too-many-tries": _("There have been too many tries. Wait a while, or ask for help."),
    "key-unknown": _("We no longer know this phone. What you have written is kept. Ask for a new code."),
    # what was sent
    "unreadable": _("We could not read what was sent. Nothing has been changed."),
    "wrong-content-type": _("We could not read what was sent. Nothing has been changed."),
    "too-large": _("This is too long for us to receive. Make it shorter and try again."),
    "not-valid": _("Something is missing or not filled in right. Look it over and try again."),
    "version-differs": _("This was sent before with other words. Both are kept."),
    "wrong-author": _("Somebody else wrote this, so you cannot send it."),
    "changed-meanwhile": _("Somebody else has changed this. Look at it again before you save."),
    "missing-if-match": _("Load the page again before you save."),
    "too-late": _("It is too late to undo this."),
    "stay-ended": _("This stay has ended."),
    "unit-unknown": _("We do not know this unit."),
    "already-taken": _("A colleague has already taken this."),
    "list-full": _("The list is full. Remove something you do not need, and try again."),
    "already-here": _("This patient is on the list of the unit already."),
    # the house
    "disk-full": _("We cannot save anything just now. What is already saved is safe. Try again later."),
    "not-available": _("We cannot answer just now. Try again in a while."),
    "unexpected": _("Something went wrong on our side. Try again in a while."),
    "method-not-allowed": _("This cannot be done here."),
}
"""slug -> English msgid"""
