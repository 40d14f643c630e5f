-- name: arrivals
-- Everybody on the unit, and those who left with an answer that nobody has read or a wish that nobody has taken.
select e.encounter, e.patient, e.status, e.room, e.bed, e.admitted, e.ended, e.ending, e.postponement,
  e.ask_alone, p.given, p.family, p.birth_date, p.interpreter,
  f.asked_at, f.begun, f.answered_at, f.changed_at, f.helped_by, f.read_at, f.unread, f.answered_unit, f.excluded,
  (select count(*) from task t where t.organization = e.organization and t.encounter = e.encounter
    and t.status in ('requested', 'in-progress')) as open_tasks,
  (select count(*) from invitation i where i.organization = e.organization and i.encounter = e.encounter
    and i.kind = 'sheet' and i.state in ('open', 'used')) as invitations,
  (select count(*) from document d where d.organization = e.organization and d.encounter = e.encounter
    and d.kind = 'QuestionnaireResponse' and d.about = '' and d.received <> ''
    and d.workflow in ('', 'what-matters')) as sent_documents,
  (select count(*) from consent c where c.organization = e.organization and c.encounter = e.encounter
    and c.unread > 0) as carers_unread,
  (select min(c.look_again) from consent c where c.organization = e.organization and c.encounter = e.encounter
    and c.status = 'active' and c.look_again <> '' and c.look_again <= :today
    and (c.until = '' or c.until >= :today)) as look_again,
  (select count(distinct d.document) from document d
    join version v on v.organization = d.organization and v.document = d.document
    where d.organization = e.organization and d.encounter = e.encounter
      and d.kind = 'VisitQuestion' and v.head = 1 and v.status = 'open') as visit_questions,
  (select coalesce(max(v.received), '') from document d
    join version v on v.organization = d.organization and v.document = d.document
    where d.organization = e.organization and d.encounter = e.encounter
      and d.kind in ('VisitQuestion', 'MedicationStatement', 'ContactPoint')) as listed_at
from encounter e
join patient p on p.organization = e.organization and p.patient = e.patient
join stay_fact f on f.organization = e.organization and f.encounter = e.encounter
where e.organization = :organization and e.unit = :unit
  and (e.status = 'in-progress' or (e.status = 'finished' and (f.unread > 0 or exists (
    select 1 from consent c where c.organization = e.organization and c.encounter = e.encounter and c.unread > 0)
    or (e.ending <> 'died' and exists (
    select 1 from attention a where a.organization = e.organization and a.encounter = e.encounter
      and a.wish <> 'no' and a.taken_at = '')))))
order by e.admitted, e.encounter;

-- name: attentions_of_unit
-- The last of a stay counts: one that nobody has taken stands before one that somebody has.
select a.document, a.version, a.encounter, a.patient, a.wish, a.received, a.taken_at, a.taken_by, a.name, a.title
from attention a join encounter e on e.organization = a.organization and e.encounter = a.encounter
where a.organization = :organization and e.unit = :unit and a.wish <> 'no'
  and (e.status = 'in-progress' or (e.status = 'finished' and e.ending <> 'died' and a.taken_at = ''))
order by case when a.taken_at = '' then 1 else 0 end, a.received;

-- name: sent_on_unit
select d.encounter, d.audience, d.sent from document d
join encounter e on e.organization = d.organization and e.encounter = d.encounter
where d.organization = :organization and e.unit = :unit and e.status = 'in-progress' and d.sent <> ''
  and d.about = '' and d.workflow not in ('admission-talk', 'discharge-talk')
order by d.encounter, d.audience;

-- name: begun_on_unit
-- What matters, where it is begun: which form it is, by its drafts.
select d.encounter, d.questionnaire from document d
join encounter e on e.organization = d.organization and e.encounter = d.encounter
where d.organization = :organization and e.unit = :unit and e.status = 'in-progress' and d.drafting = 1
  and d.about = '' and d.workflow = 'what-matters'
order by d.encounter, d.document;

-- name: tasks_on_unit
select t.task, t.patient, t.encounter, t.status, t.outcome, t.description, t.helped, t.quote from task t
join encounter e on e.organization = t.organization and e.encounter = t.encounter
where t.organization = :organization and e.unit = :unit and e.status = 'in-progress'
order by t.made_at, t.task;
