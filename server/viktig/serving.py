"""Running the server: one process, uvicorn, no proxy headers unless a proxy is named."""

import gc
import logging
import socket

import uvicorn

from viktig.app import create_app
from viktig.content.library import Library
from viktig.settings import Settings
from viktig.storage.database import Database
from viktig.storage.demo_links import is_demo


def serve(settings: Settings, database: Database) -> int:
    """Serves until it is told to stop. Access logs are off: addresses are personal data."""
    taken = why_not(settings.host, settings.port)
    if taken:
        print(
            f"Cannot listen on {settings.host}:{settings.port}: {taken}.",
            "Choose another with VIKTIG_PORT (make run PORT=).",
        )
        database.close()
        return 1
    listen_to_the_log()
    database.keep_room()
    app = create_app(settings, database, Library(drafts=database.read_now(is_demo)))
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        server_header=False,
        log_level="warning",
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=65536,
    )
    gc.collect()
    gc.freeze()  # what is loaded by now stays: nothing is gained by going through it again and again
    uvicorn.Server(config).run()
    return 0


def listen_to_the_log() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    # It writes down every address that is asked: where a phone is reminded is personal data.
    logging.getLogger("httpx").setLevel(logging.WARNING)


def why_not(host: str, port: int) -> str:
    """Why this address cannot be listened on; empty when it can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as reason:
            return str(reason.strerror).lower()
        except OverflowError:
            return "there is no such port"
    return ""
