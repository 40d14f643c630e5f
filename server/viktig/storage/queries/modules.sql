-- name: add_own_module!
insert into own_module (organization, module, version, body, imported)
values (:organization, :module, :version, :body, :imported);

-- name: own_module^
select body from own_module where organization = :organization and module = :module and version = :version;

-- name: own_modules
select organization, module, version, body, imported from own_module order by organization, module, version;

-- name: add_module_answer!
insert into module_answer (organization, id, module, version, name, role, at)
values (:organization, :id, :module, :version, :name, :role, :at);

-- name: module_answers
select organization, module, version, name, role, at from module_answer order by organization, id;

-- name: own_content_count^
select (select count(*) from questionnaire) + (select count(*) from own_module)
  + (select count(*) from module_answer) as n;
