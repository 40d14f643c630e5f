-- An organisation's own forms: each version once, byte for byte as it came, and who confirmed the right to use it.
create table questionnaire (
  organization text not null, url text not null, version text not null, raw text not null, hash text not null,
  media text not null, licence text not null default '', confirmed_by text not null default '', imported text not null,
  primary key (organization, url, version)
);

-- Sound and films that forms name; body is base64, kept once under its own hash.
create table questionnaire_media (
  organization text not null, hash text not null, kind text not null, body text not null,
  primary key (organization, hash)
);
create index questionnaire_media_hash on questionnaire_media (hash);
