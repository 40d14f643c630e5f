-- name: staff_readings
select module, module_version, language, step, finished from staff_reading
where organization = :organization and practitioner = :practitioner order by module;

-- name: put_staff_reading!
-- Finished once is finished.
insert into staff_reading (organization, practitioner, module, module_version, language, step, finished)
values (:organization, :practitioner, :module, :module_version, :language, :step, :finished)
on conflict (organization, practitioner, module) do update set module_version = excluded.module_version,
  language = excluded.language, step = excluded.step,
  finished = case when staff_reading.finished = '' then excluded.finished else staff_reading.finished end;

-- name: finished_by_staff
select practitioner, module from staff_reading where organization = :organization and finished <> '' and finished <= :until;
