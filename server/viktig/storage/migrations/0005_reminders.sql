-- Where a patient wants to be reminded, and the reminders themselves, each sent at most once.

create table reminder_address (
  organization text not null, address text not null, encounter text not null, channel text not null,
  target text not null, keys text not null default '', language text not null, occasions text not null,
  device text not null default '', agreed_with text not null default '', stop text not null unique,
  made text not null, failures bigint not null default 0,
  primary key (organization, address)
);
create index reminder_address_encounter on reminder_address (organization, encounter);
create index reminder_address_device on reminder_address (device);

-- state: waiting, sending (leased until), sent, covered by another, withdrawn, failed, lost (nobody knows whether it was sent).
create table reminder (
  organization text not null, reminder text not null, encounter text not null, occasion text not null,
  about text not null, made text not null, due text not null, state text not null default 'waiting',
  tries bigint not null default 0, leased text not null default '', sent text not null default '',
  primary key (organization, reminder)
);
create unique index reminder_once on reminder (organization, encounter, occasion, about);
create index reminder_due on reminder (state, due);
