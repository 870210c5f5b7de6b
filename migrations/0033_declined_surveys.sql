-- A school says that it does not take part, or that it does after all, while the survey is offered. The row is of who asks, who alone may write it:
-- this narrow door lets the school change that one column, and waits for an opening that is under way.
alter table survey_schools add column declined_at timestamptz;

create function answer_survey_offer(wanted uuid, school uuid, declines boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not school = any (public.caller_organisations()) then
    return false;
  end if;
  perform from public.surveys where id = wanted and state = 'offered' and organisation_id <> school for update;
  if not found then
    return false;
  end if;
  update public.survey_schools set declined_at = case when declines then now() end where survey_id = wanted and school_id = school;
  return found;
end $$;
revoke execute on function answer_survey_offer(uuid, uuid, boolean) from public;
grant execute on function answer_survey_offer(uuid, uuid, boolean) to qualeduc_app;
