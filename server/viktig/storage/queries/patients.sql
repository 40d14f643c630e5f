-- name: patient_by_identifier^
select patient from patient
where organization = :organization and identifier = :identifier and birth_date = :birth_date;

-- name: add_patient!
insert into patient (organization, patient, given, family, birth_date, identifier, language, interpreter, phone)
values (:organization, :patient, :given, :family, :birth_date, :identifier, :language, :interpreter, :phone);

-- name: set_patient!
-- What the arrival does not say stays as it was.
update patient set given = :given, family = :family,
  language = case when :language = '' then language else :language end,
  interpreter = case when :interpreter = '' then interpreter else :interpreter end,
  phone = case when :phone = '' then phone else :phone end
where organization = :organization and patient = :patient;

-- name: set_interpreter!
update patient set interpreter = :interpreter where organization = :organization and patient = :patient;
