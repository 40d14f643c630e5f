"""Running the server: one process, uvicorn, no proxy headers unless a proxy is named."""

import logging

import uvicorn

from viktig.app import create_app
from viktig.content.library import Library
from viktig.settings import Settings
from viktig.storage.database import Database


def serve(settings: Settings, database: Database) -> int:
    """Serves until it is told to stop. Access logs are off: addresses are personal data."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    app = create_app(settings, database, Library())
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
    uvicorn.Server(config).run()
    return 0
