-- name: add_task!
insert into task (organization, task, encounter, patient, status, outcome, description, quote, owner, due, made_at,
  made_by, changed_at)
values (:organization, :task, :encounter, :patient, :status, :outcome, :description, :quote, :owner, :due, :made_at,
  :made_by, :changed_at);

-- name: task^
select task, encounter, patient, status, outcome, description, quote, owner, due, made_at, made_by, changed_at, helped, tag
from task where organization = :organization and task = :task;

-- name: tasks_of_stay
select task, encounter, patient, status, outcome, description, quote, owner, due, made_at, made_by, changed_at, helped, tag
from task where organization = :organization and encounter = :encounter order by made_at, task;

-- name: tasks_of_patient
select task from task where organization = :organization and patient = :patient;

-- name: set_task!
update task set status = :status, description = :description, owner = :owner, due = :due, changed_at = :changed_at,
  tag = tag + 1
where organization = :organization and task = :task;

-- name: set_task_helped!
update task set helped = :helped where organization = :organization and task = :task and patient = :patient;

-- name: marks_of_patient
-- What the patient said of what was done; the newest first.
select v.content from version v
join document d on d.organization = v.organization and d.document = v.document
where d.organization = :organization and d.patient = :patient and v.kind = 'TaskMark'
order by v.received desc, v.version desc;
