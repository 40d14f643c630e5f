-- name: put_consent!
insert into consent (organization, related, patient, encounter, scopes, until, status, ground, practitioner, by_name,
  title, reason, look_again, since)
values (:organization, :related, :patient, :encounter, :scopes, :until, :status, :ground, :practitioner, :by_name,
  :title, :reason, :look_again, :since)
on conflict (organization, related) do update set scopes = excluded.scopes, until = excluded.until,
  status = excluded.status, ground = excluded.ground, practitioner = excluded.practitioner, by_name = excluded.by_name,
  title = excluded.title, reason = excluded.reason, look_again = excluded.look_again, since = excluded.since;

-- name: consent^
select organization, related, patient, encounter, scopes, until, status, ground, unread from consent
where organization = :organization and related = :related;

-- name: carer^
-- `joined`: whether a phone of theirs has ever come.
select c.related, c.patient, c.encounter, c.scopes, c.until, c.status, c.ground, c.by_name, c.title, c.reason,
  c.look_again, c.since, r.name, r.relation, r.phone, u.settings,
  case when c.ground = 'sheet' then 1 else (select count(*) from invitation i where i.organization = c.organization
    and i.encounter = c.encounter and i.related = c.related and i.state = 'used') end as joined
from consent c
join related_person r on r.organization = c.organization and r.related = c.related
join encounter e on e.organization = c.organization and e.encounter = c.encounter
join unit u on u.organization = e.organization and u.unit = e.unit
where c.organization = :organization and c.related = :related;

-- name: carers_of_stay
select related from consent where organization = :organization and encounter = :encounter order by since, related;

-- name: carers_of_patient
select related from consent where organization = :organization and patient = :patient;

-- name: set_carer_unread!
update consent set unread = :unread where organization = :organization and related = :related;

-- name: unread_carers_of_stay^
select count(*) as n from consent where organization = :organization and encounter = :encounter and unread > 0;

-- name: consent_heads
select content from version where organization = :organization and document = :document and head = 1 order by version;

-- name: grandfather_helpers!
-- From a backup of before there were consents: as the migration does it.
insert into consent (organization, related, patient, encounter, scopes, ground, since)
select d.organization, substr(d.author, 15), d.patient, d.encounter, 'answers plan list today', 'sheet', min(d.made)
from device d where substr(d.author, 1, 14) = 'RelatedPerson/'
  and not exists (select 1 from consent c where c.organization = d.organization and c.related = substr(d.author, 15))
group by d.organization, substr(d.author, 15), d.patient, d.encounter;

-- name: grandfather_progress!
update document set about = author
where kind = 'ModuleProgress' and substr(author, 1, 14) = 'RelatedPerson/' and about = '';
