-- An organisation's own modules: each version once, whole, in all its languages. Sound and films lie in
-- questionnaire_media, as those of forms do.
create table own_module (
  organization text not null, module text not null, version text not null, body text not null, imported text not null,
  primary key (organization, module, version)
);

-- Who answers for a draft in an organisation. Rows are never changed: the newest counts, one without a name ends it.
create table module_answer (
  organization text not null, id text not null, module text not null, version text not null,
  name text not null, role text not null, at text not null,
  primary key (organization, id)
);
