-- name: add_organization!
insert into organization (organization, name, kind) values (:organization, :name, :kind)
on conflict (organization) do update set name = excluded.name, kind = excluded.kind;

-- name: add_unit!
insert into unit (organization, unit, name, settings) values (:organization, :unit, :name, :settings)
on conflict (organization, unit) do update set name = excluded.name, settings = excluded.settings;

-- name: unit^
select settings from unit where organization = :organization and unit = :unit;

-- name: units_of_organization
select settings from unit where organization = :organization order by name;

-- name: unit_n^
select n from unit where organization = :organization and unit = :unit;

-- name: unit_numbers
select organization, unit, n from unit;

-- name: touch_unit!
update unit set n = n + 1 where organization = :organization and unit = :unit;

-- name: add_practitioner!
insert into practitioner (organization, practitioner, given, family, role, title, units)
values (:organization, :practitioner, :given, :family, :role, :title, :units)
on conflict (organization, practitioner) do update set given = excluded.given, family = excluded.family,
  role = excluded.role, title = excluded.title, units = excluded.units;

-- name: practitioner^
select given, family, role, title, units from practitioner
where organization = :organization and practitioner = :practitioner;

-- name: practitioners
select practitioner from practitioner where organization = :organization order by given, family;

-- name: all_practitioners
select organization, practitioner, given, family, role, title, units from practitioner order by organization, given;

-- name: organizations
select organization, name, kind from organization order by organization;
