-- name: add_review!
insert into review (organization, review, encounter, patient, practitioner, name, title, together, interpreter, at,
  versions)
values (:organization, :review, :encounter, :patient, :practitioner, 
  :name, :title, :together, :interpreter, :at, :versions);

-- name: review^
select review, encounter, patient, practitioner, name, title, together, interpreter, at,
  undone, versions from review
where organization = :organization and review = :review;

-- name: undo_review!
update review set undone = :undone where organization = :organization and review = :review and undone = '';

-- name: reviews_of_stay
select review, encounter, patient, practitioner, name, title, together, interpreter, at,
  undone, versions from review
where organization = :organization and encounter = :encounter order by at, review;

-- name: reviews_of_patient
select review from review where organization = :organization and patient = :patient;
