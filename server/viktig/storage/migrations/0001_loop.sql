-- The loop: stays, invitations, versions, reading, acting, counting.
-- One text for SQLite and PostgreSQL. The organisation begins every key, save where a secret is all that is known.
-- Times are UTC text (2026-11-23T09:02:00.000Z), so that they sort; '' means "not yet". Truth is 0 or 1.

create table meta (key text primary key, value text not null);

create table organization (
  organization text primary key, name text not null, kind text not null
);
create table unit (
  organization text not null, unit text not null, name text not null, settings text not null,
  n bigint not null default 0,
  primary key (organization, unit)
);
create table practitioner (
  organization text not null, practitioner text not null, given text not null, family text not null,
  role text not null, title text not null default '', units text not null default '[]',
  primary key (organization, practitioner)
);
create table patient (
  organization text not null, patient text not null, given text not null, family text not null,
  birth_date text not null, identifier text not null default '', language text not null default 'nb',
  interpreter text not null default '', phone text not null default '', n bigint not null default 0,
  primary key (organization, patient)
);
create index patient_identifier on patient (organization, identifier, birth_date);
create table related_person (
  organization text not null, related text not null, patient text not null,
  name text not null, relation text not null, phone text not null default '',
  primary key (organization, related)
);
create index related_person_patient on related_person (organization, patient);

create table encounter (
  organization text not null, encounter text not null, patient text not null, unit text not null,
  status text not null, admitted text not null, ended text not null default '', ending text not null default '',
  room text not null default '', bed text not null default '', planned_discharge text not null default '',
  today text not null default '', postponement text not null default '', modules text not null default '[]',
  tag bigint not null default 1,
  primary key (organization, encounter)
);
create index encounter_patient on encounter (organization, patient);
create index encounter_unit on encounter (organization, unit, status);
-- What happened to a stay, for ever: the figures are counted again from here.
create table encounter_event (
  organization text not null, event text not null, encounter text not null, kind text not null,
  at text not null, unit text not null default '', body text not null default '',
  primary key (organization, event)
);
create index encounter_event_encounter on encounter_event (organization, encounter);

create table invitation (
  organization text not null, invitation text not null, encounter text not null,
  secret_hash text not null unique, code_hash text not null unique,
  made text not null, made_by text not null, expires text not null, code_expires text not null,
  tries bigint not null default 0, state text not null default 'open', device text not null default '',
  primary key (organization, invitation)
);
create index invitation_encounter on invitation (organization, encounter);
create table wrong_code (organization text not null, id text not null, at text not null, primary key (organization, id));
create index wrong_code_at on wrong_code (at);
create table device (
  device text primary key, organization text not null, patient text not null, encounter text not null,
  author text not null, person text not null, public_key text not null, made text not null,
  revoked text not null default ''
);
create index device_patient on device (organization, patient);
create table challenge (nonce text primary key, device text not null, expires text not null);
create table session (
  token_hash text primary key, session text not null, organization text not null, kind text not null,
  author text not null, person text not null default '', patient text not null default '',
  encounter text not null default '', device text not null default '', profile text not null,
  started text not null, seen text not null, until text not null, agent text not null default ''
);
create index session_author on session (organization, author);
create index session_device on session (device);
create index session_until on session (until);

create table document (
  organization text not null, document text not null, patient text not null, encounter text not null,
  kind text not null, audience text not null, author text not null, sent_versions text not null default '[]',
  sent text not null default '', remark text not null default '[]', received text not null default '',
  drafting bigint not null default 0,
  primary key (organization, document)
);
create index document_patient on document (organization, patient);
create index document_encounter on document (organization, encounter);
create table version (
  organization text not null, version text not null, document text not null, patient text not null,
  base text not null, author text not null, author_name text not null default '', recorded text not null,
  received text not null, shape bigint not null, hash text not null, kind text not null, status text not null default '',
  remark text not null default '', head bigint not null default 1, content text not null,
  primary key (organization, version)
);
create index version_document on version (organization, document, version);
create table change (
  organization text not null, patient text not null, n bigint not null, kind text not null, id text not null,
  primary key (organization, patient, n)
);

create table review (
  organization text not null, review text not null, encounter text not null, patient text not null,
  practitioner text not null, name text not null, title text not null default '', together bigint not null default 0,
  at text not null, undone text not null default '', versions text not null,
  primary key (organization, review)
);
create index review_encounter on review (organization, encounter);
create index review_patient on review (organization, patient);
create table task (
  organization text not null, task text not null, encounter text not null, patient text not null,
  status text not null, outcome text not null, description text not null, quote text not null default '',
  owner text not null default '', due text not null default '',
  made_at text not null, made_by text not null, changed_at text not null,
  helped text not null default '', tag bigint not null default 1,
  primary key (organization, task)
);
create index task_encounter on task (organization, encounter);
create index task_patient on task (organization, patient);
create table attention (
  organization text not null, document text not null, version text not null, encounter text not null,
  patient text not null, wish text not null, received text not null,
  taken_at text not null default '', taken_by text not null default '', name text not null default '',
  title text not null default '',
  primary key (organization, document)
);
create index attention_encounter on attention (organization, encounter);
create index attention_patient on attention (organization, patient);

-- One row a stay with the times of its events: what the arrivals and the figures are read from.
create table stay_fact (
  organization text not null, encounter text not null, patient text not null, unit text not null,
  admitted text not null, ended text not null default '', ending text not null default '',
  month text not null default '', excluded text not null default '',
  offered_at text not null default '', asked_at text not null default '', begun bigint not null default 0,
  answered_at text not null default '', changed_at text not null default '', helped_by text not null default '',
  answered_unit text not null default '',
  first_read_at text not null default '', read_at text not null default '', unread bigint not null default 0,
  responded_at text not null default '', task_asked bigint not null default 0, helped text not null default '',
  talked text not null default '',
  primary key (organization, encounter)
);
create index stay_fact_unit on stay_fact (organization, unit, ended);
create index stay_fact_month on stay_fact (organization, unit, month);

create table audit_event (
  organization text not null, event text not null, patient text not null default '',
  actor text not null, name text not null default '', title text not null default '', unit text not null default '',
  verb text not null, basis text not null, at text not null, span text not null,
  primary key (organization, event)
);
create unique index audit_event_span on audit_event (organization, span);
create index audit_event_patient on audit_event (organization, patient, at);
