"""What every test may ask for: a PostgreSQL database of its own, a running server, a real browser."""

pytest_plugins = ["tests.postgres", "tests.databases", "e2e.server", "e2e.browser"]
