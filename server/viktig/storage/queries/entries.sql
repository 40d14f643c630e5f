-- name: count_entries^
-- What was removed in every place does not count.
select count(distinct d.document) as entries from document d
join version v on v.organization = d.organization and v.document = d.document and v.head = 1
where d.organization = :organization and d.encounter = :encounter
  and d.kind in ('VisitQuestion', 'MedicationStatement', 'ContactPoint') and v.status <> 'removed';

-- name: entries_of_stay
-- Of an entry with several heads, all versions.
select v.version, v.document, v.patient, v.base, v.author, v.author_name, v.recorded, v.received, v.shape, v.hash,
  v.content
from document d join version v on v.organization = d.organization and v.document = d.document
where d.organization = :organization and d.encounter = :encounter
  and d.kind in ('VisitQuestion', 'MedicationStatement', 'ContactPoint')
  and ((v.head = 1 and v.status <> 'removed') or (select count(*) from version w
    where w.organization = v.organization and w.document = v.document and w.head = 1) > 1)
order by v.document, v.version;
