-- name: add_encounter!
insert into encounter (organization, encounter, patient, unit, status, admitted, room, bed, planned_discharge)
values (:organization, :encounter, :patient, :unit, 'in-progress', :admitted, :room, :bed, :planned_discharge);

-- name: running_stay^
select encounter from encounter
where organization = :organization and patient = :patient and unit = :unit and status = 'in-progress';

-- name: encounter^
select e.organization, e.encounter, e.patient, e.unit, e.status, e.admitted, e.ended, e.ending, e.room, e.bed, e.planned_discharge,
  e.today, e.postponement, e.modules, e.ask_alone, e.tag, p.given, p.family, p.birth_date, p.language, p.interpreter, p.phone,
  u.settings
from encounter e
join patient p on p.organization = e.organization and p.patient = e.patient
join unit u on u.organization = e.organization and u.unit = e.unit
where e.organization = :organization and e.encounter = :encounter;

-- name: encounters_of_patient
select encounter from encounter where organization = :organization and patient = :patient order by admitted;

-- name: set_place!
update encounter set room = :room, bed = :bed, planned_discharge = :planned_discharge, tag = tag + 1
where organization = :organization and encounter = :encounter;

-- name: set_unit!
update encounter set unit = :unit, room = :room, bed = :bed, today = '', tag = tag + 1
where organization = :organization and encounter = :encounter;

-- name: set_end!
update encounter set status = :status, ended = :ended, ending = :ending, today = '', tag = tag + 1
where organization = :organization and encounter = :encounter;

-- name: set_today!
update encounter set today = :today, tag = tag + 1 where organization = :organization and encounter = :encounter;

-- name: set_postponement!
update encounter set postponement = :postponement where organization = :organization and encounter = :encounter;

-- name: set_modules!
update encounter set modules = :modules where organization = :organization and encounter = :encounter;

-- name: set_ask_alone!
update encounter set ask_alone = :ask_alone, tag = tag + 1
where organization = :organization and encounter = :encounter and tag = :tag;

-- name: add_event!
insert into encounter_event (organization, event, encounter, kind, at, unit, body)
values (:organization, :event, :encounter, :kind, :at, :unit, :body);

-- name: related_of_patient
select related, patient, name, relation, phone from related_person
where organization = :organization and patient = :patient order by related;

-- name: add_related!
insert into related_person (organization, related, patient, name, relation, phone)
values (:organization, :related, :patient, :name, :relation, :phone);

-- name: set_related!
update related_person set name = :name, relation = :relation,
  phone = case when :phone = '' then phone else :phone end
where organization = :organization and related = :related;

-- name: other_names
select p.family from encounter e join patient p on p.organization = e.organization and p.patient = e.patient
where e.organization = :organization and e.unit = :unit and e.status = 'in-progress' and e.encounter <> :encounter;
