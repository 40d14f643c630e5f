-- Which form a document holds the answers to, in which version, and in which work it is asked.
alter table document add column questionnaire text not null default '';
alter table document add column workflow text not null default '';
update document set workflow = 'what-matters', questionnaire = case when about = ''
  then 'https://viktig.example/Questionnaire/what-matters|1.0.0' else 'https://viktig.example/Questionnaire/carer|1.0.0' end
where kind = 'QuestionnaireResponse';
