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

-- name: learning_since
select f.unit, p.language, l.learned from stay_learning l
join stay_fact f on f.organization = l.organization and f.encounter = l.encounter
join patient p on p.organization = f.organization and p.patient = f.patient
where l.organization = :organization and l.latest >= :first and f.ending not in ('wrong-patient', 'cancelled');
