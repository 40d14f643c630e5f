-- What readers think of a module, without a name. It waits in a pool under the id that the phone made, and leaves it with
-- at least four others of its organisation, module and language, under a new id and in an order made by chance.
create table module_feedback_waiting (
  organization text not null, id text not null, module text not null, module_version text not null,
  language text not null, understandable text not null, useful text not null, words text not null default '',
  month text not null,
  primary key (organization, id)
);
create index module_feedback_waiting_cell on module_feedback_waiting (organization, module, language);
create table module_feedback (
  organization text not null, id text not null, module text not null, module_version text not null,
  language text not null, understandable text not null, useful text not null, words text not null default '',
  month text not null,
  primary key (organization, id)
);
create index module_feedback_cell on module_feedback (organization, module, language);
create index module_feedback_month on module_feedback (organization, month);

-- One row a stay in which somebody was offered something to read, read it or asked about it.
create table stay_learning (
  organization text not null, encounter text not null, latest text not null, learned text not null,
  primary key (organization, encounter)
);
create index stay_learning_latest on stay_learning (organization, latest);

-- What a member of staff has read: their own mark, for their own eyes.
create table staff_reading (
  organization text not null, practitioner text not null, module text not null, module_version text not null,
  language text not null, step bigint not null default 0, finished text not null default '',
  primary key (organization, practitioner, module)
);
