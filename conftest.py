"""What every test may ask for: a database of its own, a running server, a real browser."""

from hypothesis import settings

pytest_plugins = ["tests.postgres", "tests.databases", "tests.bridge", "e2e.server", "e2e.browser"]

# The same examples in every run: the gate does not depend on luck. The drills look for new ones.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=10_000)
settings.load_profile("steady")
