-- name: lock_organization!
-- Two releases of one cell come one after the other; nothing is written when there is no such organisation.
update organization set name = name where organization = :organization;

-- name: add_waiting_feedback!
insert into module_feedback_waiting (organization, id, module, module_version, language, understandable, useful, words,
  month)
values (:organization, :id, :module, :module_version, :language, :understandable, :useful, :words, :month)
on conflict (organization, id) do nothing;

-- name: waiting_feedback
select * from module_feedback_waiting
where organization = :organization and module = :module and language = :language;

-- name: released_feedback
select * from module_feedback where organization = :organization and module = :module and language = :language;

-- name: forget_waiting_feedback!
delete from module_feedback_waiting
where organization = :organization and module = :module and language = :language;

-- name: forget_released_feedback!
delete from module_feedback where organization = :organization and module = :module and language = :language;

-- name: add_released_feedback!
insert into module_feedback (organization, id, module, module_version, language, understandable, useful, words, month)
values (:organization, :id, :module, :module_version, :language, :understandable, :useful, :words, :month);

-- name: feedback_of_months
select module, language, understandable, useful, words from module_feedback
where organization = :organization and month >= :first and month <= :last and month < :running;
