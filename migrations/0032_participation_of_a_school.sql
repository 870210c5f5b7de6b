-- Participation of one school, without counting all others: for its own pages.
create function school_participation(wanted uuid, school uuid)
  returns table (part_id uuid, school_id uuid, groups jsonb, invited integer, answered integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with counted as (
    select i.part_id, i.groups, count(*)::integer as invited, count(*) filter (where i.used)::integer as answered
    from public.survey_invitations i where i.survey_id = wanted and i.school_id = school group by 1, 2
    union all
    select d.part_id, d.groups, sum(d.seats)::integer, sum(d.used)::integer
    from public.survey_doors d where d.survey_id = wanted and d.school_id = school group by 1, 2)
  select c.part_id, school, c.groups, sum(c.invited)::integer, case when sum(c.answered) >= 11 then (sum(c.answered) / 5)::integer * 5 end
  from counted c join public.surveys s on s.id = wanted
  where s.organisation_id = any (public.caller_organisations()) or school = any (public.caller_organisations())
  group by 1, 3
$$;
revoke execute on function school_participation(uuid, uuid) from public;
grant execute on function school_participation(uuid, uuid) to qualeduc_app;
