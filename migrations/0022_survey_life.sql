-- The life of a survey: last days that pass, invitations that leave at opening, reminders at most every three days.

-- The last reminder of a survey in a school: when, never to whom.
create table survey_reminders (
  survey_id uuid not null,
  school_id uuid not null,
  reminded_at timestamptz not null,
  primary key (survey_id, school_id),
  foreign key (survey_id, school_id) references survey_schools on delete cascade
);
alter table survey_reminders enable row level security;
alter table survey_reminders force row level security;
create policy owner on survey_reminders to current_user using (true) with check (true);
create policy own on survey_reminders to qualeduc_app using (school_id = any ((select caller_organisations())::uuid[]))
  with check (school_id = any ((select caller_organisations())::uuid[]));
grant select, insert, update on survey_reminders to qualeduc_app;

-- Open surveys whose last day is over, with the organisation in whose name each is closed: for the job that closes them.
create function surveys_due(today date) returns table (id uuid, organisation_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.organisation_id from public.surveys s where s.state = 'open' and s.closes_on < today order by s.id
$$;

-- At opening, everybody who was invited by mail is written to; how many, and who, is not told.
create function send_survey_invitations(wanted uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.enqueue_job('send-invitation', json_build_object('invitation', i.id))
  from public.survey_invitations i join public.surveys s on s.id = i.survey_id
  where s.id = wanted and s.state = 'open' and s.organisation_id = any (public.caller_organisations()) and i.mail is not null and not i.used
  order by random();
end $$;

revoke execute on function surveys_due(date), send_survey_invitations(uuid) from public;
grant execute on function surveys_due(date), send_survey_invitations(uuid) to qualeduc_app;
