"""A rescue copy that the ward reads in: what a phone could not send, under its author's own name."""

from typing import Annotated

import msgspec
from litestar import Request, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Meta

from viktig.domain.access import Actor
from viktig.domain.problems import Problem
from viktig.domain.shape import Shape
from viktig.domain.sync import MOST_PUT
from viktig.domain.version import Receipt
from viktig.http.charts import chart
from viktig.http.encounters import Receipts
from viktig.http.house import Visit
from viktig.http.receiving import name_of, receive
from viktig.storage import audit_events, patients
from viktig.storage.connection import Connection


class Rescued(Shape, frozen=True):
    put: Annotated[list[msgspec.Raw], Meta(max_length=MOST_PUT)] = []


class Signed(msgspec.Struct, frozen=True):
    """As much of a version as tells whose it is and where it belongs."""

    author: str
    content: "Placed"


class Placed(msgspec.Struct, rename="camel", frozen=True):
    encounter: str
    resource_type: str = ""
    status: str = ""

    @property
    def shares(self) -> bool:
        """Lets somebody see more. A file shows no phone's key: whoever helps could make one, and let themselves in."""
        return self.resource_type == "Consent" and self.status != "inactive"


TO_RESCUED = msgspec.json.Decoder(Rescued)
TO_SIGNED = msgspec.json.Decoder(Signed)


@post("/api/encounters/{encounter:str}/rescued", name="rescue", status_code=200, opt={"who": "nurse"})
async def rescue(
    encounter: FromPath[str], visit: NamedDependency[Visit], request: Request[object, object, State]
) -> Receipts:
    """Every rule of a version sent by its own phone holds here too, and one more: by a file nothing is shared."""
    try:
        data = TO_RESCUED.decode(await request.body())
    except msgspec.ValidationError:
        raise Problem("not-valid", "put") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Problem("unreadable") from None

    def work(connection: Connection, actor: Actor) -> Receipts:
        found, basis = chart(connection, actor, "write", encounter)
        authors = {one.author: one for one in patients.authors(connection, found)}

        def one(raw: bytes) -> Receipt:
            try:
                signed = TO_SIGNED.decode(raw)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                return Receipt(version=name_of(raw), outcome="refused", problem="unreadable")
            author = authors.get(signed.author)
            if author is None:
                return Receipt(version=name_of(raw), outcome="refused", problem="wrong-author")
            if signed.content.encounter != encounter or signed.content.shares:
                return Receipt(version=name_of(raw), outcome="refused", problem="not-allowed")
            return receive(connection, visit.house.library, author, raw, by=actor)

        receipts = tuple(one(bytes(raw)) for raw in data.put)
        audit_events.did(connection, actor, found["patient"], found["unit"], "rescued", basis)
        return Receipts(receipts=receipts)

    return await visit.write(work)


ROUTES = (rescue,)
