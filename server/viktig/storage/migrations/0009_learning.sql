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
