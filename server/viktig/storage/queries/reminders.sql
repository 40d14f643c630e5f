-- name: add_reminder_address!
insert into reminder_address (organization, address, encounter, channel, target, keys, language, occasions, device,
  agreed_with, stop, made)
values (:organization, :address, :encounter, :channel, :target, :keys, :language, :occasions, :device, :agreed_with,
  :stop, :made);

-- name: reminder_addresses
select address, channel, target, keys, language, occasions, device, agreed_with, stop, made, failures
from reminder_address where organization = :organization and encounter = :encounter order by made desc, address desc;

-- name: forget_reminder_address!
delete from reminder_address
where organization = :organization and encounter = :encounter and address = :address;

-- name: forget_reminder_address_by_stop!
delete from reminder_address where stop = :stop;

-- name: forget_reminder_addresses_of_device!
delete from reminder_address where device = :device and channel = 'push';

-- name: forget_reminder_addresses_of_stay!
delete from reminder_address where organization = :organization and encounter = :encounter;

-- name: set_reminder_failures!
update reminder_address set failures = :failures where organization = :organization and address = :address;

-- name: add_reminder!
insert into reminder (organization, reminder, encounter, occasion, about, made, due)
values (:organization, :reminder, :encounter, :occasion, :about, :made, :due)
on conflict (organization, encounter, occasion, about) do nothing;

-- name: reminders_of_stay
select reminder, occasion, about, made, due, state, tries, sent from reminder
where organization = :organization and encounter = :encounter order by reminder;

-- name: due_reminders
select r.organization, r.reminder, r.encounter, r.occasion, r.about, r.tries, e.status, f.answered_at, f.excluded,
  u.settings, v.undone
from reminder r
join encounter e on e.organization = r.organization and e.encounter = r.encounter
join stay_fact f on f.organization = r.organization and f.encounter = r.encounter
join unit u on u.organization = e.organization and u.unit = e.unit
left join review v on v.organization = r.organization and v.review = r.about
where r.state = 'waiting' and r.due <= :now order by r.due limit 50;

-- name: lease_reminder!
update reminder set state = 'sending', leased = :leased, sent = :now
where organization = :organization and reminder = :reminder and state = 'waiting';

-- name: lose_reminders!
-- Whoever was sending them is gone, and perhaps they were sent: they are not sent again.
update reminder set state = 'lost' where state = 'sending' and leased < :now;

-- name: set_reminder!
update reminder set state = :state, due = :due, tries = :tries, sent = :sent
where organization = :organization and reminder = :reminder;

-- name: put_off_reminder!
update reminder set due = :due where organization = :organization and reminder = :reminder;

-- name: cover_reminders!
update reminder set state = 'covered'
where organization = :organization and encounter = :encounter and state = 'waiting' and due <= :now
  and occasion <> 'answer';

-- name: withdraw_reminder!
update reminder set state = 'withdrawn'
where organization = :organization and reminder = :reminder and state = 'waiting';

-- name: withdraw_reminders!
update reminder set state = 'withdrawn'
where organization = :organization and encounter = :encounter and state = 'waiting';

-- name: withdraw_reminders_to_answer!
update reminder set state = 'withdrawn'
where organization = :organization and encounter = :encounter and state = 'waiting' and occasion = 'answer';

-- name: reminder_states
select state, count(*) as n from reminder group by state order by state;
