-- name: put_attention!
insert into attention (organization, document, version, encounter, patient, wish, received)
values (:organization, :document, :version, :encounter, :patient, :wish, :received)
on conflict (organization, document) do update set version = excluded.version, wish = excluded.wish,
  received = excluded.received, taken_at = '', taken_by = '', name = '', title = '';

-- name: attention^
select document, version, encounter, patient, wish, received, taken_at, taken_by, name, title from attention
where organization = :organization and document = :document;

-- name: take_attention!
update attention set taken_at = :taken_at, taken_by = :taken_by, name = :name, title = :title
where organization = :organization and document = :document and taken_at = '';

-- name: attention_of_stay^
-- One that nobody has taken stands before one that somebody has.
select document, version, encounter, patient, wish, received, taken_at, taken_by, name, title from attention
where organization = :organization and encounter = :encounter and wish <> 'no'
order by case when taken_at = '' then 0 else 1 end, received desc limit 1;

-- name: attentions_of_patient
select document from attention where organization = :organization and patient = :patient;
