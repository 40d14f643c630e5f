-- name: written_about_learning
-- Of forms only what was sent, and is the patient's.
select v.document, d.about, v.received, v.content
from version v join document d on d.organization = v.organization and d.document = v.document
where d.organization = :organization and d.encounter = :encounter and v.received <= :as_of
  and (d.kind in ('ModuleProgress', 'VisitQuestion')
    or (d.kind = 'QuestionnaireResponse' and d.about = '' and v.status in ('completed', 'amended')))
order by v.received, v.version;

-- name: stay_learning^
select latest, learned from stay_learning where organization = :organization and encounter = :encounter;

-- name: put_stay_learning!
insert into stay_learning (organization, encounter, latest, learned)
values (:organization, :encounter, :latest, :learned)
on conflict (organization, encounter) do update set latest = excluded.latest, learned = excluded.learned;

-- name: learning_of_unit
select f.unit, f.ending, p.language, l.learned from stay_fact f
join stay_learning l on l.organization = f.organization and l.encounter = f.encounter
join patient p on p.organization = f.organization and p.patient = f.patient
where f.organization = :organization and f.unit = :unit and l.latest >= :first;

-- name: learning_of_house
-- `went_on`: something was written, happened or was noted after `until`. Where all of it was, nothing is given.
select l.encounter, f.unit, f.ending, p.language, l.learned, l.latest > :until or exists (
    select 1 from encounter_event e
    where e.organization = l.organization and e.encounter = l.encounter
      and (e.at > :until or e.kind = 'moved' and e.body > :until)
  ) as went_on
from stay_learning l
join stay_fact f on f.organization = l.organization and f.encounter = l.encounter
join patient p on p.organization = f.organization and p.patient = f.patient
where l.organization = :organization and l.latest >= :first and (
    l.latest <= :until or exists (
      select 1 from encounter_event e
      where e.organization = l.organization and e.encounter = l.encounter
        and e.kind = 'module-offered' and e.at <= :until
    ) or exists (
      select 1 from document d join version v on v.organization = d.organization and v.document = d.document
      where d.organization = l.organization and d.encounter = l.encounter and v.received <= :until
    )
  );
