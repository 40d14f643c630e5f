"""The web app's shapes are the server's."""

from tools.wire import TARGET, text


def test_the_web_apps_shapes_are_those_of_the_server() -> None:
    assert TARGET.read_text() == text(), "run tools/wire.py"
