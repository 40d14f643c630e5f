"""The QR code of a sheet."""

import io

import segno


def qr_code(link: str) -> str:
    """An SVG drawing of the link, with a quiet zone, in one path that takes the page's own ink."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, dark="#000", light="#fff"
    )
    return out.getvalue().decode()
