-- name: raise_patient_n!
-- Locks the patient's row for the rest of the transaction: versions of one patient come one after the other.
-- Read apart afterwards: in SQLite `returning` takes five times as long as the update.
update patient set n = n + 1 where organization = :organization and patient = :patient;

-- name: patient_n^
select n from patient where organization = :organization and patient = :patient;

-- name: where_patient_stands^
select p.n, m.value as epoch from patient p join meta m on m.key = 'epoch'
where p.organization = :organization and p.patient = :patient;

-- name: add_change!
insert into change (organization, patient, n, kind, id) values (:organization, :patient, :n, :kind, :id);

-- name: standing^
-- Always one row: what is not there is null.
select e.patient, e.unit, d.document, d.patient as document_patient, d.encounter as document_encounter, d.audience,
  d.kind, d.about, d.questionnaire, v.hash, v.received
from (select 1 as one) always
left join encounter e on e.organization = :organization and e.encounter = :encounter
left join document d on d.organization = :organization and d.document = :document
left join version v on v.organization = :organization and v.version = :version;

-- name: add_version!
insert into version (organization, version, document, patient, base, author, author_name, recorded, received,
  shape, hash, kind, status, remark, head, content)
values (:organization, :version, :document, :patient, :base, :author, :author_name, :recorded, :received,
  :shape, :hash, :kind, :status, :remark, :head, :content);

-- name: versions_of_document
select version, base, status, head, received, author, author_name, content from version
where organization = :organization and document = :document order by version;

-- name: bases_of_document
select version, base, head from version where organization = :organization and document = :document;

-- name: not_head!
update version set head = 0 where organization = :organization and version = :version;

-- name: again_head!
update version set head = 1 where organization = :organization and version = :version;

-- name: heads_of_author
select version from version
where organization = :organization and document = :document and author = :author and head = 1;

-- name: versions_by_author^
select count(*) as n from version where organization = :organization and document = :document and author = :author;

-- name: documents_by_author^
select count(*) as n from document where organization = :organization and encounter = :encounter and author = :author;

-- name: stored_version^
select v.version, v.document, v.patient, v.base, v.author, v.author_name, v.recorded, v.received, v.shape, v.hash,
  v.content, v.kind, v.status, d.audience, d.about, d.encounter
from version v join document d on d.organization = v.organization and d.document = v.document
where v.organization = :organization and v.version = :version;

-- name: stored_versions_of_document
select version, document, patient, base, author, author_name, recorded, received, shape, hash, content from version
where organization = :organization and document = :document order by received, version;

-- name: stored_versions_from_start
-- Heads, and the whole of every document that has several heads.
select v.version, v.document, v.patient, v.base, v.author, v.author_name, v.recorded, v.received, v.shape, v.hash,
  v.content, v.kind, v.status, d.audience, d.about, d.encounter
from version v join document d on d.organization = v.organization and d.document = v.document
where d.organization = :organization and d.patient = :patient and (d.audience = 'all' or :staff_too = 1
    or d.about = :author)
  and (v.head = 1 or (select count(*) from version w
    where w.organization = v.organization and w.document = v.document and w.head = 1) > 1)
order by v.document, v.version;

-- name: document^
select document, patient, encounter, kind, audience, about, author, sent_versions, sent, received, drafting, remark
from document where organization = :organization and document = :document;

-- name: add_document!
insert into document (organization, document, patient, encounter, kind, audience, about, author,
  questionnaire, workflow, drafting, sent, sent_versions, remark, received)
values (:organization, :document, :patient, :encounter, :kind, :audience, :about, :author,
  :questionnaire, :workflow, :drafting, :sent, :sent_versions, :remark, :received);

-- name: set_document_sent!
update document set sent = :sent, sent_versions = :sent_versions, remark = :remark, received = :received, drafting = 0,
  questionnaire = :questionnaire
where organization = :organization and document = :document;

-- name: set_document_drafting!
update document set drafting = 1, questionnaire = :questionnaire
where organization = :organization and document = :document and (drafting = 0 or questionnaire <> :questionnaire);

-- name: grandfather_questionnaires!
-- From a backup of before documents named their form: as the migration does it.
update document set workflow = 'what-matters', questionnaire = case when about = ''
  then 'https://viktig.example/Questionnaire/what-matters|1.0.0' else 'https://viktig.example/Questionnaire/carer|1.0.0' end
where kind = 'QuestionnaireResponse' and questionnaire = '';

-- name: documents_of_encounter
select document, kind, audience, about, questionnaire, workflow, sent, sent_versions, remark, received, drafting
from document where organization = :organization and encounter = :encounter order by document;

-- name: begun_in_stay
select document, questionnaire, workflow, kind, audience, about, encounter, received from document
where organization = :organization and encounter = :encounter and kind = 'QuestionnaireResponse' order by document;

-- name: sent_in_other_stays
-- What was sent to forms by the patient, or by one who helps of themselves, in stays that began earlier; the newest first.
select d.document, d.questionnaire, d.kind, d.audience, d.about, d.encounter, d.sent, d.received, e.unit
from document d join encounter e on e.organization = d.organization and e.encounter = d.encounter
where d.organization = :organization and d.patient = :patient and d.about = :about and d.encounter <> :encounter
  and d.kind = 'QuestionnaireResponse' and d.sent <> '' and e.admitted <= :admitted and e.status <> 'entered-in-error'
order by d.received desc, d.document;

-- name: documents_of_patient
select document, kind, audience, about, encounter, received, drafting from document
where organization = :organization and patient = :patient;

-- name: changes_since
select n, kind, id from change
where organization = :organization and patient = :patient and n > :n order by n limit :most;

-- name: versions_of_stay
-- Those that were sent.
select v.version from version v
join document d on d.organization = v.organization and d.document = v.document
where d.organization = :organization and d.encounter = :encounter and v.status in ('completed', 'amended');

-- name: sent_versions_of_document
select version, document, patient, base, author, author_name, recorded, received, shape, hash, content from version
where organization = :organization and document = :document and status in ('completed', 'amended')
order by received, version;
