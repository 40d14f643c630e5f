"""The people who are on the wards now: what each says and does, when it was said and done."""

from datetime import timedelta
from typing import Any

import msgspec

from viktig.content import cast as roles
from viktig.content import happenings as done
from viktig.content.library import Library
from viktig.demo.acting import answer, at, flat, form_asked, phone, put, staff, told_of_self
from viktig.demo.listing import Entries, gone_through, listed
from viktig.domain.access import Actor
from viktig.domain.encounter import EndOfStay, NewStay, OfferedModule, Postponement, Today, TodayLine, Transfer
from viktig.domain.person import Practitioner
from viktig.domain.questionnaire_response import QuestionnaireResponse
from viktig.domain.review import NewReview
from viktig.domain.task import NewTask, Quote, TaskChange
from viktig.storage import attentions, encounters, invitations, reviews, tasks
from viktig.storage.clock import instant, moment, uuid7
from viktig.storage.connection import Connection, Row

TO_NAMES = msgspec.json.Decoder(tuple[str, ...])
TO_RESPONSE = msgspec.json.Decoder(QuestionnaireResponse)


class Bed:
    """One guest's stay while their events are played."""

    def __init__(
        self, connection: Connection, library: Library, guest: roles.Guest, crew: dict[str, Practitioner], now: str
    ) -> None:
        self.connection, self.library, self.guest, self.crew = connection, library, guest, crew
        self.now = moment(now)
        self.organization = guest.organization
        self.tasks: dict[str, str] = {}
        self.said: dict[tuple[str, str], done.Said] = {}
        self.last: dict[tuple[str, str], str] = {}
        """By form and audience."""
        self.wish = ""
        self.entries: Entries = {}
        self.hands: dict[str, Actor] = {}
        arrived = self.now - timedelta(hours=guest.hours_ago)
        at(connection, arrived)
        leaves = (
            (self.now + timedelta(days=guest.planned_in_days)).strftime("%Y-%m-%d") if guest.planned_in_days else ""
        )
        self.encounter = encounters.admit(
            connection,
            guest.organization,
            guest.unit,
            NewStay(
                given=guest.given,
                family=guest.family,
                birth_date=guest.birth_date,
                identifier=guest.identifier,
                language=guest.language,
                interpreter=guest.interpreter,
                phone=guest.phone,
                room=guest.room,
                bed=guest.bed,
                admitted=instant(arrived),
                planned_discharge=leaves,
            ),
        )

    @property
    def row(self) -> Row:
        return encounters.row(self.connection, self.organization, self.encounter)

    def hand(self, by: str) -> Actor:
        """Who does it; a helper becomes known the first time."""
        if by not in self.hands:
            close = self.guest.helper
            if by == "patient":
                self.hands[by] = phone(self.connection, self.organization, self.encounter)
            elif by == "helper" and close is not None:
                self.hands[by] = phone(self.connection, self.organization, self.encounter, close)
            else:
                self.hands[by] = staff(self.organization, self.crew[by], self.encounter, self.row["patient"])
        return self.hands[by]

    def play(self, event: done.Event) -> None:
        """One event, at its time, through the verb that a real person's request ends in."""
        at(self.connection, self.now - timedelta(hours=event.hours_ago))
        match event:
            case done.Answered():
                self.answered(event)
            case done.ToldOfSelf():
                told_of_self(self.connection, self.library, self.hand(event.by), event, self.guest.language)
            case done.WasRead():
                self.was_read(event)
            case done.Acted() | done.Finished():
                self.acted(event)
            case done.WasHelped() | done.Talked() | done.Wished() | done.Learned():
                self.marked(event)
            case done.Listed():
                listed(self.connection, self.library, self.hand(event.by), self.entries, event)
            case done.WentThrough():
                gone_through(self.connection, self.library, self.hand(event.by), self.entries, event)
            case done.Invited():
                invitations.make(self.connection, self.organization, self.encounter, event.by, 7)
                encounters.offered(self.connection, self.organization, self.encounter)
            case done.Taken():
                attentions.take(self.connection, self.hand(event.by), self.row, self.wish)
            case _:
                self.moved(event)

    def answered(self, event: done.Answered) -> None:
        key = event.form, event.audience
        self.said[key] = {**self.said.get(key, {}), **event.said}
        base = [self.last[key]] if key in self.last else []
        hand = self.hand(event.by)
        self.last[key] = answer(
            self.connection,
            self.library,
            hand,
            form_asked(self.connection, self.library, hand, event.form),
            flat(self.said[key]),
            event.language or self.guest.language,
            event.status,
            base,
            event.audience,
            event.origin,
            event.said_by,
            event.declined,
        )

    def was_read(self, event: done.WasRead) -> None:
        documents = self.connection.sql.documents_of_encounter(organization=self.organization, encounter=self.encounter)
        seen = tuple(version for row in documents for version in TO_NAMES.decode(row["sent_versions"]))
        new = NewReview(encounter=self.encounter, versions=seen, together=event.together)
        reviews.add(self.connection, self.hand(event.by), self.row, new)

    def acted(self, event: done.Acted | done.Finished) -> None:
        who = self.hand(event.by)
        if isinstance(event, done.Finished):
            row = tasks.found(self.connection, self.organization, self.tasks[event.task])
            finished = TaskChange(
                status="completed", description=row["description"], owner=row["owner"], due=row["due"]
            )
            tasks.change(self.connection, who, self.row, row["task"], finished, str(row["tag"]))
            return
        quote = None
        for key, said in self.said.items():
            words = said.get(event.quote)
            if isinstance(words, str) and quote is None:
                quote = Quote(version=self.last[key], link_id=event.quote, text=words)
        due = self.now + timedelta(days=event.due_in_days) if event.due_in_days is not None else None
        made = tasks.add(
            self.connection,
            who,
            self.row,
            NewTask(
                encounter=self.encounter,
                outcome=event.outcome,
                description=event.description,
                quote=quote,
                owner=event.owner,
                due=f"{due:%Y-%m-%d}" if due else "",
            ),
        )
        self.tasks[event.name] = made.id

    def marked(self, event: done.WasHelped | done.Talked | done.Wished | done.Learned) -> None:
        document = uuid7()
        content: dict[str, Any] = {"encounter": self.encounter}
        match event:
            case done.WasHelped():
                mark = {
                    "task": self.tasks[event.task],
                    "helped": event.helped,
                    "words": event.words,
                    "thanks": event.thanks,
                }
                content |= {"resourceType": "TaskMark", **mark}
            case done.Talked():
                content |= {"resourceType": "TalkMark", "talked": event.talked}
            case done.Wished():
                content |= {"resourceType": "CommunicationRequest", "wish": event.wish}
                self.wish = document
            case done.Learned():
                teach_back = {"words": event.words, "chosen": event.chosen, "unsure": event.unsure}
                content |= {
                    "resourceType": "ModuleProgress",
                    "module": event.module,
                    "step": event.step,
                    "moduleVersion": self.library.module_version(event.module),
                    "language": self.guest.language,
                    "finished": event.finished,
                    **({"teachBack": teach_back} if event.finished else {}),
                }
        put(self.connection, self.library, self.hand(event.by), document, content)

    def moved(self, event: done.Postponed | done.TodaySet | done.Offered | done.Moved | done.Ended) -> None:
        connection, organization, encounter = self.connection, self.organization, self.encounter
        name = self.hand(event.by).name
        match event:
            case done.Postponed():
                again = self.now + timedelta(hours=event.ask_again_in_hours) if event.ask_again_in_hours else None
                why = Postponement(
                    reason=event.reason, ask_again=instant(again) if again else "", by=name, at=connection.now
                )
                encounters.postpone(connection, organization, encounter, why)
            case done.TodaySet():
                today = Today(
                    with_me=line(event.with_me),
                    next=line(event.next),
                    tonight=line(event.tonight),
                    set_at=connection.now,
                    set_by=name,
                )
                encounters.set_today(connection, organization, encounter, today)
            case done.Offered():
                module = OfferedModule(module=event.module, by=name, reason=event.reason)
                encounters.offer_module(connection, organization, encounter, module)
            case done.Moved():
                to = Transfer(unit=event.unit, room=event.room, bed=event.bed)
                encounters.transfer(connection, organization, encounter, to, str(self.row["tag"]))
            case done.Ended():
                encounters.end(
                    connection, organization, encounter, EndOfStay(ending=event.ending), str(self.row["tag"])
                )


def line(text: str) -> TodayLine:
    """An empty line says that we don't know yet."""
    return TodayLine(text=text, known=bool(text))
