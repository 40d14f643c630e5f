-- name: migrations
select name from migration order by name;

-- name: add_migration!
insert into migration (name, at) values (:name, :at);

-- name: set_meta_once!
insert into meta (key, value) values (:key, :value) on conflict (key) do nothing;

-- name: set_meta!
insert into meta (key, value) values (:key, :value)
on conflict (key) do update set value = excluded.value;

-- name: meta^
select value from meta where key = :key;
