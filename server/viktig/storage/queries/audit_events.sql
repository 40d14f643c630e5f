-- name: add_audit_event!
insert into audit_event (organization, event, patient, actor, name, title, unit, verb, basis, at, span)
values (:organization, :event, :patient, :actor, :name, :title, :unit, :verb, :basis, :at, :span)
on conflict (organization, span) do nothing;

-- name: audit_events_of_patient
-- "Ask alone" must not be seen over the patient's shoulder.
select a.at, a.name, a.title, a.unit, a.verb, a.basis, u.settings from audit_event a
left join unit u on u.organization = a.organization and u.unit = a.unit
where a.organization = :organization and a.patient = :patient and a.verb not in ('refused', 'ask-alone')
order by a.at desc, a.event desc limit 500;

-- name: audit_events
select organization, patient, actor, unit, verb, basis, at from audit_event order by at, event;
