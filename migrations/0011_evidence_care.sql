-- A proof kept for those who lead is not there for the others wherever it serves; and ends of validity are recalled.

create policy visible on evidence_links as restrictive for select to qualeduc_app using (exists (select from evidence e where e.id = evidence_id));
create policy visible on evidence_supports as restrictive for select to qualeduc_app using (exists (select from evidence e where e.id = evidence_id));

-- The daily reminder works school by school, each in its own scope: it must first be told which schools. Ids only.
create function organisations_to_recall(today date, days_before integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct organisation_id from public.evidence
  where coalesce(remind_on, valid_until - days_before) <= today and (valid_until is null or valid_until >= today)
    and reminded_for is distinct from coalesce(valid_until, remind_on)
$$;
revoke execute on function organisations_to_recall(date, integer) from public;
grant execute on function organisations_to_recall(date, integer) to qualeduc_app;
