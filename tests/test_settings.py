"""Configuration is read once, from the environment, and every setting is written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from viktig.settings import Settings, read_settings

README = Path(__file__).resolve().parent.parent / "README.md"
NAMES = {f"VIKTIG_{field.upper()}" for field in Settings.__struct_fields__}


def test_without_any_setting_the_server_stays_on_this_machine() -> None:
    settings = read_settings({})
    assert settings == Settings()
    assert (settings.host, settings.trusted_proxies) == ("127.0.0.1", "")
    assert settings.database.startswith("sqlite:///")


def test_each_setting_is_read_by_its_name() -> None:
    said = {
        "VIKTIG_DATABASE": "postgresql://somewhere/viktig",
        "VIKTIG_URL": "https://viktig.example",
        "VIKTIG_HOST": "10.0.0.9",
        "VIKTIG_PORT": "9000",
        "VIKTIG_TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2",
        "VIKTIG_VAPID_KEY": "a-key",
        "VIKTIG_VAPID_CONTACT": "mailto:it@viktig.example",
        "VIKTIG_PUSH_HOSTS": "push.example",
        "VIKTIG_PUSH_TEST": "http://127.0.0.1:9999",
        "VIKTIG_SMS_HOOK": "https://sms.example/send",
        "VIKTIG_SMS_SECRET": "secret",
        "VIKTIG_SMTP": "smtp://post.example",
        "VIKTIG_SMTP_FROM": "viktig@viktig.example",
        "VIKTIG_REMIND_AFTER": "6",
        "VIKTIG_QUIET_HOURS": "20-09",
        "VIKTIG_REMINDERS_A_DAY": "2",
        "VIKTIG_REMINDERS_A_STAY": "3",
    }
    assert set(said) == NAMES
    settings = read_settings(said)
    assert {f"VIKTIG_{name.upper()}": str(getattr(settings, name)) for name in Settings.__struct_fields__} == said
    assert settings.port == 9000


def test_a_setting_that_is_empty_is_as_if_not_set() -> None:
    assert read_settings(dict.fromkeys(NAMES, "")) == Settings()


def test_what_is_not_ours_is_passed_over() -> None:
    assert read_settings({"PATH": "/bin", "VIKTIG_SOMETHING_ELSE": "x", "PORT": "1"}) == Settings()


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "database"
    secret.write_text("postgresql://viktig:secret@db/viktig\n")
    said = {"VIKTIG_DATABASE_FILE": str(secret), "VIKTIG_DATABASE": "sqlite:///other.db"}
    assert read_settings(said).database == "postgresql://viktig:secret@db/viktig"


@pytest.mark.parametrize("port", ["many", "80.5", " "])
def test_a_setting_that_cannot_be_used_is_named(port: str) -> None:
    with pytest.raises(SystemExit, match=r"A setting cannot be used: .*port"):
        read_settings({"VIKTIG_PORT": port})


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"VIKTIG_PORT": "9000"}, "http://127.0.0.1:9000"),
        ({"VIKTIG_HOST": "::"}, "http://127.0.0.1:8000"),
        ({"VIKTIG_URL": "https://viktig.example"}, "https://viktig.example"),
        ({"VIKTIG_URL": "https://viktig.example/"}, "https://viktig.example"),
    ],
)
def test_links_begin_with_the_address_that_people_open(said: dict[str, str], base: str) -> None:
    assert read_settings(said).base == base


def test_every_setting_stands_in_the_readme_and_no_other() -> None:
    told = set(re.findall(r"VIKTIG_[A-Z_]+", README.read_text("utf-8")))
    assert {name.removesuffix("_FILE") for name in told} == NAMES
