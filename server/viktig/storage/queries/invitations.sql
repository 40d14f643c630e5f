-- name: add_invitation!
insert into invitation (organization, invitation, encounter, secret_hash, code_hash, made, made_by, expires, code_expires,
  kind, person, related)
values (:organization, :invitation, :encounter, :secret_hash, :code_hash, :made, :made_by, :expires, :code_expires,
  :kind, :person, :related);

-- name: lock_invitation!
-- Two who type the same code at once come one after the other.
update invitation set tries = tries where secret_hash = :hash or code_hash = :hash;

-- name: invitation_by_hash^
select i.organization, i.invitation, i.encounter, i.secret_hash, i.expires, i.code_expires, i.tries, i.state, i.device,
  i.kind, i.person, e.patient, e.unit, e.status, p.given, p.birth_date
from invitation i
join encounter e on e.organization = i.organization and e.encounter = i.encounter
join patient p on p.organization = e.organization and p.patient = e.patient
where i.secret_hash = :hash or i.code_hash = :hash;

-- name: set_invitation_device!
update invitation set device = :device, related = :related where organization = :organization and invitation = :invitation;

-- name: set_invitation_state!
update invitation set state = :state where organization = :organization and invitation = :invitation;

-- name: set_invitation_tries!
update invitation set tries = :tries, state = :state where organization = :organization and invitation = :invitation;

-- name: end_invitations!
update invitation set state = 'ended' where organization = :organization and encounter = :encounter and state = 'open';

-- name: end_sheets!
update invitation set state = 'ended'
where organization = :organization and encounter = :encounter and state = 'open' and kind = 'sheet';

-- name: end_invitations_of_carer!
update invitation set state = 'ended'
where organization = :organization and encounter = :encounter and related = :related and state = 'open';

-- name: end_moves!
update invitation set state = 'ended'
where organization = :organization and encounter = :encounter and made_by = :made_by and kind = 'move'
  and state = 'open';

-- name: end_invitation!
update invitation set state = 'ended'
where organization = :organization and encounter = :encounter and invitation = :invitation and state = 'open';

-- name: invitations_of_stay
select invitation, made, expires, state from invitation
where organization = :organization and encounter = :encounter and kind = 'sheet' order by made desc, invitation desc;

-- name: add_wrong_code!
insert into wrong_code (organization, id, at) values (:organization, :id, :at);

-- name: wrong_codes^
select count(*) as n from wrong_code where at > :since;

-- name: forget_wrong_codes!
delete from wrong_code where at <= :before;
