"""What every test may ask for: a database of its own, a running server, a real browser."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.postgres", "tests.databases", "tests.bridge", "e2e.server", "e2e.browser"]

# The same examples in every run, however busy the machine is: the gate does not depend on luck. The drills look for
# new ones.
UNHURRIED = [HealthCheck.too_slow]
settings.register_profile("steady", deadline=None, derandomize=True, database=None, suppress_health_check=UNHURRIED)
settings.register_profile("search", deadline=None, max_examples=10_000, suppress_health_check=UNHURRIED)
settings.load_profile("steady")
