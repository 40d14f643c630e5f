-- name: session_by_token^
select s.session, s.organization, s.kind, s.author, s.person, s.patient, s.encounter, s.device, s.profile, s.started,
  s.seen, s.until, s.keeps, e.status, e.ended, c.scopes, c.until as shared_until, c.status as consent_status
from session s left join encounter e on e.organization = s.organization and e.encounter = s.encounter
left join consent c on c.organization = s.organization and c.related = substr(s.author, 15)
where s.token_hash = :token_hash;

-- name: add_session!
insert into session (token_hash, session, organization, kind, author, person, patient, encounter, device, profile,
  keeps, started, seen, until, agent)
values (:token_hash, :session, :organization, :kind, :author, :person, :patient, :encounter, :device, :profile,
  :keeps, :started, :seen, :until, :agent);

-- name: session_seen!
update session set seen = :seen where token_hash = :token_hash and seen < :seen;

-- name: end_session!
delete from session where token_hash = :token_hash;

-- name: end_session_of_author!
delete from session where organization = :organization and author = :author and session = :session;

-- name: end_sessions_of_device!
delete from session where device = :device;

-- name: sessions_of_author
select session, started, seen, agent, device, profile from session
where organization = :organization and author = :author order by started desc;

-- name: session_of_author^
select session, device from session
where organization = :organization and author = :author and session = :session;

-- name: forget_old_sessions!
delete from session where until < :now;

-- name: add_device!
insert into device (device, organization, patient, encounter, author, person, public_key, keeps, made)
values (:device, :organization, :patient, :encounter, :author, :person, :public_key, :keeps, :made);

-- name: device^
select d.device, d.organization, d.patient, d.encounter, d.author, d.person, d.public_key, d.keeps, d.revoked, e.ended, e.status
from device d join encounter e on e.organization = d.organization and e.encounter = d.encounter
where d.device = :device;

-- name: device_of_invitation^
select d.device, d.organization, d.patient, d.encounter, d.person, d.public_key, d.keeps, p.birth_date
from invitation i
join device d on d.device = i.device
join patient p on p.organization = d.organization and p.patient = d.patient
where (i.secret_hash = :hash or i.code_hash = :hash) and d.made > :since and d.revoked = '';

-- name: revoke_device!
update device set revoked = :revoked where device = :device;

-- name: add_challenge!
insert into challenge (nonce, device, expires) values (:nonce, :device, :expires);

-- name: take_challenge^
delete from challenge where nonce = :nonce returning device, expires;

-- name: forget_challenges!
delete from challenge where expires < :now;
