"""The road for what has no name: nothing is read of who asks but that there are not too many."""

import msgspec
from litestar import Request, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody

from viktig.domain.module_feedback import OTHER_VERSION, ModuleFeedback
from viktig.domain.problems import Problem
from viktig.http.flood import Flood
from viktig.http.house import House
from viktig.storage import module_feedback


@post("/api/module-feedback", name="module-feedback", status_code=204, opt={"who": "anybody"})
async def tell(
    data: JSONBody[ModuleFeedback],
    house: NamedDependency[House],
    flood: NamedDependency[Flood],
    request: Request[object, object, State],
) -> None:
    """No cookie, profile or session is looked at, also when it came along; none is set, and nothing is logged."""
    flood.pass_one(request.client.host if request.client else "")
    told = house.library.shelf(data.organization).get(data.module)
    if told is None or data.language not in told.languages:
        raise Problem("not-valid", "module, language")
    now = data.module_version == told.first.version
    # Phones keep older texts, whose versions the house does not know: all of those are one, so nobody can make up more.
    kept = data if now else msgspec.structs.replace(data, module_version=OTHER_VERSION)
    await house.database.write(lambda connection: module_feedback.add(connection, kept))


ROUTES = (tell,)
