"""Whether a form may be used by anybody, or somebody has to confirm the right to use it."""

import re
from typing import Final

FREE: Final = re.compile(
    r"(licen[cs]ed? under |licen[cs]e: |lisens: )?"
    r"(the )?(MIT|CC0|CC[- ]?BY(-SA)?|Apache|BSD|EUPL|public domain|offentlig eie)"
    r"( license| licence)?([- ]?v?\d(\.\d)?(-clause)?)?( license| licence)?\.?",
    re.IGNORECASE,
)


def free(copyright: str) -> bool:
    """A form that claims nothing, or names a licence that lets everybody use it and nothing more. Anything else that it
    says has to be read by a person."""
    return not copyright.strip() or FREE.fullmatch(copyright.strip()) is not None
