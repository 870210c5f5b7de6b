-- Invitations that are printed: those without an address. A code that leaves by mail is printed for nobody else.
create function printable_invitations(wanted uuid, part uuid, school uuid) returns table (id uuid, groups jsonb)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id, i.groups from public.survey_invitations i
  where i.survey_id = wanted and i.part_id = part and i.school_id = school and i.mail is null and school = any (public.caller_organisations())
$$;
revoke execute on function printable_invitations(uuid, uuid, uuid) from public;
grant execute on function printable_invitations(uuid, uuid, uuid) to qualeduc_app;
