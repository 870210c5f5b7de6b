-- A questionnaire brought from another tool: which file it was, and what did not come with it, for who takes it over.
alter table questionnaires add column imported_from text;
alter table questionnaires add column not_carried jsonb not null default '[]';
