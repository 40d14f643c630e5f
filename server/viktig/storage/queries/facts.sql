-- name: put_fact!
insert into stay_fact (organization, encounter, patient, unit, admitted, ended, ending, month, excluded, offered_at,
  asked_at, begun, answered_at, changed_at, helped_by, answered_unit, first_read_at, read_at, unread, responded_at,
  task_asked, helped, talked)
values (:organization, :encounter, :patient, :unit, :admitted, :ended, :ending, :month, :excluded, :offered_at,
  :asked_at, :begun, :answered_at, :changed_at, :helped_by, :answered_unit, :first_read_at, :read_at, :unread,
  :responded_at, :task_asked, :helped, :talked)
on conflict (organization, encounter) do update set unit = excluded.unit, admitted = excluded.admitted,
  ended = excluded.ended, ending = excluded.ending, month = excluded.month, excluded = excluded.excluded,
  offered_at = excluded.offered_at, asked_at = excluded.asked_at, begun = excluded.begun,
  answered_at = excluded.answered_at, changed_at = excluded.changed_at, helped_by = excluded.helped_by,
  answered_unit = excluded.answered_unit, first_read_at = excluded.first_read_at, read_at = excluded.read_at,
  unread = excluded.unread, responded_at = excluded.responded_at, task_asked = excluded.task_asked,
  helped = excluded.helped, talked = excluded.talked;

-- name: fact_drafted!
-- The hot road of a draft: what `fact()` would count, in one statement.
update stay_fact set asked_at = case when asked_at = '' then :received else asked_at end,
  begun = case when answered_at <> '' then 0 when begun > :said then begun else :said end
where organization = :organization and encounter = :encounter;

-- name: fact_sent!
-- The hot road of Send.
update stay_fact set asked_at = case when asked_at = '' then :received else asked_at end, begun = 0, excluded = '',
  answered_at = case when answered_at = '' then :received else answered_at end,
  answered_unit = case when answered_at = '' then unit else answered_unit end,
  changed_at = :received, helped_by = case when :helper = '' then helped_by else :helper end,
  unread = case when first_read_at = '' then 1 else 2 end
where organization = :organization and encounter = :encounter;

-- name: facts_of_unit
select * from stay_fact where organization = :organization and unit = :unit and month >= :first and month <> ''
order by encounter;

-- name: fact^
select * from stay_fact where organization = :organization and encounter = :encounter;

-- name: oldest_unread^
select min(changed_at) as received from stay_fact
where organization = :organization and unit = :unit and unread > 0 and ending not in ('wrong-patient', 'cancelled');

-- name: all_encounters
select organization, encounter from encounter where admitted <= :as_of order by organization, encounter;

-- name: stay_for_fact^
select e.patient, e.admitted, u.settings from encounter e
join unit u on u.organization = e.organization and u.unit = e.unit
where e.organization = :organization and e.encounter = :encounter;

-- name: events_of_stay
-- What was known by then: a move is from when it was noted, which its body says.
select kind, at, unit, body from encounter_event
where organization = :organization and encounter = :encounter and at <= :as_of
  and (kind <> 'moved' or body <= :as_of)
order by at, event;

-- name: writings_of_stay
select v.version, v.document, v.base, v.received, v.remark, v.content, d.workflow
from version v join document d on d.organization = v.organization and d.document = v.document
where d.organization = :organization and d.encounter = :encounter and d.about = :about and v.received <= :as_of
order by v.received, v.version;

-- name: readings_of_stay
select at, versions from review
where organization = :organization and encounter = :encounter and at <= :as_of and (undone = '' or undone > :as_of)
order by at, review;

-- name: doings_of_stay
select task, made_at from task
where organization = :organization and encounter = :encounter and made_at <= :as_of order by made_at, task;
