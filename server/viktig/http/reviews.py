"""Reading, acting, and taking a wish to talk."""

from litestar import Request, delete, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from viktig.domain.access import Actor
from viktig.domain.problems import Problem
from viktig.domain.review import Attention, NewReview, Review
from viktig.domain.task import NewTask, Task, TaskChange
from viktig.http.charts import chart
from viktig.http.house import Visit
from viktig.storage import attentions, audit_events, reviews, tasks
from viktig.storage.connection import Connection


@post("/api/reviews", name="review", opt={"who": "staff"})
async def review(data: JSONBody[NewReview], visit: NamedDependency[Visit]) -> Review:
    def work(connection: Connection, actor: Actor) -> Review:
        found, basis = chart(connection, actor, "read", data.encounter)
        made = reviews.add(connection, actor, found, data)
        audit_events.did(connection, actor, found["patient"], found["unit"], "read", basis)
        return made

    return await visit.write(work)


@delete("/api/reviews/{review_id:str}", name="undo-review", opt={"who": "staff"})
async def undo_review(review_id: FromPath[str], visit: NamedDependency[Visit]) -> None:
    def work(connection: Connection, actor: Actor) -> None:
        row = reviews.found(connection, actor.organization, review_id)
        own = row["practitioner"] == actor.author.partition("/")[2]
        if own:  # before asking: what is unread again has its owner again, also after the stay
            reviews.undo(connection, actor, review_id)
        found, basis = chart(connection, actor, "read", row["encounter"])
        if not own:
            raise Problem("not-allowed")
        audit_events.did(connection, actor, found["patient"], found["unit"], "unread", basis)

    await visit.write(work)


@post("/api/tasks", name="act", opt={"who": "staff"})
async def act(data: JSONBody[NewTask], visit: NamedDependency[Visit]) -> Task:
    def work(connection: Connection, actor: Actor) -> Task:
        found, basis = chart(connection, actor, "act", data.encounter)
        made = tasks.add(connection, actor, found, data)
        audit_events.did(connection, actor, found["patient"], found["unit"], "acted", basis)
        return made

    return await visit.write(work)


@put("/api/tasks/{task:str}", name="change-task", opt={"who": "staff"})
async def change_task(
    task: FromPath[str],
    data: JSONBody[TaskChange],
    visit: NamedDependency[Visit],
    request: Request[object, object, State],
) -> Task:
    tag = request.headers.get("if-match", "")

    def work(connection: Connection, actor: Actor) -> Task:
        row = tasks.found(connection, actor.organization, task)
        found, basis = chart(connection, actor, "act", row["encounter"])
        made = tasks.change(connection, actor, found, task, data, tag)
        audit_events.did(connection, actor, found["patient"], found["unit"], "acted", basis)
        return made

    return await visit.write(work)


@post("/api/attentions/{document:str}/take", name="take", status_code=200, opt={"who": "staff"})
async def take(document: FromPath[str], visit: NamedDependency[Visit]) -> Attention:
    def work(connection: Connection, actor: Actor) -> Attention:
        row = attentions.found(connection, actor.organization, document)
        found, basis = chart(connection, actor, "act", row["encounter"])
        taken = attentions.take(connection, actor, found, document)
        audit_events.did(connection, actor, found["patient"], found["unit"], "took", basis)
        return taken

    return await visit.write(work)


ROUTES = (review, undo_review, act, change_task, take)
