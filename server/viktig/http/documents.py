"""What a person may look back at: the history of an answer, and who has looked."""

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath

from viktig.domain.access import Actor, Chart, Paper, granted, may
from viktig.domain.arrivals import AccessLog
from viktig.domain.problems import Problem
from viktig.domain.shape import Shape
from viktig.domain.version import SCOPE, StoredVersion
from viktig.http.charts import chart
from viktig.http.house import Visit
from viktig.storage import audit_events, telling, versions
from viktig.storage.connection import Connection


class StoredVersions(Shape, frozen=True):
    versions: tuple[StoredVersion, ...] = ()


@get("/api/documents/{document:str}/versions", name="history", opt={"who": "phone"})
async def history(document: FromPath[str], visit: NamedDependency[Visit]) -> StoredVersions:
    def work(connection: Connection, actor: Actor) -> StoredVersions:
        row = connection.sql.document(organization=actor.organization, document=document)
        if row is None:
            raise Problem("not-found")
        paper = Paper(
            organization=actor.organization,
            patient=row["patient"],
            encounter=row["encounter"],
            audience=row["audience"],
            scope=SCOPE.get(row["kind"], ""),
            about=row["about"],
        )
        decision = may(actor, "see", paper)
        if isinstance(decision, Problem):  # nobody even hears that there are answers that are not theirs to see
            raise Problem("not-found") if paper.about or paper.audience == "staff" else decision
        return StoredVersions(versions=telling.history(connection, actor, row))

    return await visit.read(work)


@get("/api/encounters/{encounter:str}/documents/{document:str}/versions", name="team-history", opt={"who": "staff"})
async def team_history(
    encounter: FromPath[str], document: FromPath[str], visit: NamedDependency[Visit]
) -> StoredVersions:
    """Sent versions only: a draft is not the team's to read."""

    def work(connection: Connection, actor: Actor) -> StoredVersions:
        found, basis = chart(connection, actor, "open", encounter)
        row = connection.sql.document(organization=actor.organization, document=document)
        if row is None or row["encounter"] != encounter or row["kind"] != "QuestionnaireResponse":
            raise Problem("not-found")
        audit_events.opened(connection, actor, found["patient"], found["unit"], "history", basis)
        sent = connection.sql.sent_versions_of_document(organization=actor.organization, document=document)
        return StoredVersions(versions=tuple(versions.stored(one) for one in sent))

    return await visit.look(work)


@get("/api/access-log", name="access-log", opt={"who": "patient"})
async def access_log(visit: NamedDependency[Visit]) -> AccessLog:
    def work(connection: Connection, actor: Actor) -> AccessLog:
        granted(actor, "see-own-log", Chart(organization=actor.organization, patient=actor.patient, unit="", open=True))
        return audit_events.of_patient(connection, actor.organization, actor.patient)

    return await visit.read(work)


ROUTES = (history, team_history, access_log)
