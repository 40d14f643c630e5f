-- name: add_questionnaire!
insert into questionnaire (organization, url, version, raw, hash, media, licence, confirmed_by, imported)
values (:organization, :url, :version, :raw, :hash, :media, :licence, :confirmed_by, :imported);

-- name: questionnaire^
select raw, hash, media, licence, confirmed_by, imported from questionnaire
where organization = :organization and url = :url and version = :version;

-- name: questionnaires
select organization, url, version, raw, media, licence, confirmed_by, imported from questionnaire
order by organization, url, version;

-- name: add_questionnaire_media!
insert into questionnaire_media (organization, hash, kind, body) values (:organization, :hash, :kind, :body)
on conflict (organization, hash) do nothing;

-- name: questionnaire_media^
select kind, body from questionnaire_media where hash = :hash limit 1;
