-- Carers at home: who may see what of a patient's, on whose word; whose own answers a document holds; whose phone it is.
create table consent (
  organization text not null, related text not null, patient text not null, encounter text not null,
  scopes text not null default '', until text not null default '', status text not null default 'active',
  ground text not null, practitioner text not null default '', by_name text not null default '',
  title text not null default '', reason text not null default '', look_again text not null default '',
  since text not null, unread bigint not null default 0,
  primary key (organization, related)
);
create index consent_patient on consent (organization, patient);
create index consent_encounter on consent (organization, encounter);

-- '' is about the patient; else RelatedPerson/..., whose own words it holds.
alter table document add column about text not null default '';
alter table device add column keeps text not null default 'own';
alter table session add column keeps text not null default 'own';
alter table encounter add column ask_alone bigint not null default 0;
-- Whose it is when it is for one person: a carer who was invited by name, or somebody's own next phone.
alter table invitation add column person text not null default '';
alter table invitation add column related text not null default '';
alter table invitation add column kind text not null default 'sheet';

-- Who helped before went by the sheet, and goes on with what the sheet gives.
insert into consent (organization, related, patient, encounter, scopes, ground, since)
select d.organization, substr(d.author, 15), d.patient, d.encounter, 'answers plan list today', 'sheet', min(d.made)
from device d where substr(d.author, 1, 14) = 'RelatedPerson/'
group by d.organization, substr(d.author, 15), d.patient, d.encounter;
update document set about = author where kind = 'ModuleProgress' and substr(author, 1, 14) = 'RelatedPerson/';
update invitation set related = coalesce((select substr(d.author, 15) from device d
  where d.device = invitation.device and substr(d.author, 1, 14) = 'RelatedPerson/'), '') where device <> '';
