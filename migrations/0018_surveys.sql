-- Surveys. Two stores that nothing joins: who was invited (survey_invitations, survey_doors) and what was answered (ballots). Between them,
-- ballots wait sealed in a box and are moved, shuffled, in batches, by a role that reads neither invitations nor people (decision 12).

-- What is asked, as a school, a network or an académie writes it.
create table questionnaires (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  title text not null,
  audience text not null check (audience in ('pupil', 'family', 'staff', 'company', 'former')),
  origin text,                                              -- the ready questionnaire that it was copied from
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid not null,
  version integer not null default 1
);
create index questionnaires_by_organisation on questionnaires (organisation_id, updated_at desc);

-- One survey: of a school, or of a network or an académie over many schools.
create table surveys (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  title text not null,
  purpose text not null default '',                         -- why we ask, said to who answers
  promise text not null default '',                         -- what happens with the answers, said to who answers
  -- offered: the schools that take part see it, invite people and add questions of their own; what is common no longer changes
  state text not null default 'draft' check (state in ('draft', 'offered', 'open', 'closed', 'released')),
  school_year text not null references school_years,
  closes_on date,
  results_on date,                                          -- when people will hear of it
  threshold smallint not null default 11 check (threshold >= 5),
  previous_id uuid references surveys,                      -- last time's
  created_by uuid not null,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  unique (id, organisation_id)
);
create index surveys_by_organisation on surveys (organisation_id, created_at desc);

-- One audience of a survey, with its own questionnaire: the same question asked to all carries the same item.
create table survey_parts (
  id uuid primary key,
  survey_id uuid not null,
  organisation_id uuid not null,
  position smallint not null,
  audience text not null check (audience in ('pupil', 'family', 'staff', 'company', 'former')),
  questionnaire_id uuid references questionnaires on delete set null,
  definition jsonb not null,                                -- its own copy, frozen at opening
  access text not null default 'personal' check (access in ('personal', 'session', 'shared')),
  breakdowns jsonb not null default '[]',
  free_text boolean not null default false,
  unique (id, survey_id),
  foreign key (survey_id, organisation_id) references surveys (id, organisation_id) on delete cascade
);
create index survey_parts_by_survey on survey_parts (survey_id, position);

create table survey_schools (
  survey_id uuid not null,
  school_id uuid not null references organisations,
  organisation_id uuid not null,
  joined_at timestamptz not null default now(),
  primary key (survey_id, school_id),
  foreign key (survey_id, organisation_id) references surveys (id, organisation_id) on delete cascade
);
create index survey_schools_by_school on survey_schools (school_id);

-- What a school adds to the common core, for itself alone.
create table survey_additions (
  part_id uuid not null,
  survey_id uuid not null,
  school_id uuid not null,
  questions jsonb not null default '[]',
  primary key (part_id, school_id),
  foreign key (part_id, survey_id) references survey_parts (id, survey_id) on delete cascade,
  foreign key (survey_id, school_id) references survey_schools on delete cascade
);

-- Ways in that stand for nobody: a class session, a shared link.
create table survey_doors (
  id uuid primary key,
  survey_id uuid not null,
  part_id uuid not null,
  school_id uuid not null,
  kind text not null check (kind in ('session', 'shared')),
  digest bytea not null unique,
  name text not null default '',
  groups jsonb not null default '{}',
  seats integer,
  used integer not null default 0,
  open_until timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  foreign key (part_id, survey_id) references survey_parts (id, survey_id) on delete cascade,
  foreign key (survey_id, school_id) references survey_schools on delete cascade
);
create index survey_doors_by_survey on survey_doors (survey_id, school_id);

-- Personal invitations. The application adds them and reads their number and group; who has answered, and the address, it cannot read.
create table survey_invitations (
  id uuid primary key,
  survey_id uuid not null,
  part_id uuid not null,
  school_id uuid not null,
  digest bytea not null unique,
  groups jsonb not null default '{}',
  mail text,
  used boolean not null default false,
  foreign key (part_id, survey_id) references survey_parts (id, survey_id) on delete cascade,
  foreign key (survey_id, school_id) references survey_schools on delete cascade
);
create index survey_invitations_by_survey on survey_invitations (survey_id, school_id);

-- A page opened through a door that stands for nobody: its answer is taken once, however often it is sent.
create table survey_tickets (
  digest bytea primary key,
  survey_id uuid not null references surveys on delete cascade
);
create index survey_tickets_by_survey on survey_tickets (survey_id);

-- Sealed ballots on their way. No key, no order, no moment.
create table ballot_box (
  survey_id uuid not null references surveys on delete cascade,
  sealed bytea not null
);
create index ballot_box_by_survey on ballot_box (survey_id);

create table ballots (
  survey_id uuid not null,
  part_id uuid not null,
  school_id uuid not null,
  answers bytea not null                                    -- one byte or two a question: src/features/surveys/ballots/record.ts
);
create index ballots_by_part on ballots (survey_id, part_id, school_id);

create table ballot_texts (
  survey_id uuid not null,
  part_id uuid not null,
  school_id uuid not null,
  question text not null,
  words text not null
);
create index ballot_texts_by_survey on ballot_texts (survey_id);

-- The one release of a survey, computed once and never changed.
create table survey_releases (
  survey_id uuid primary key,
  organisation_id uuid not null,
  released_at timestamptz not null default now(),
  threshold smallint not null,
  schools integer not null,
  foreign key (survey_id, organisation_id) references surveys (id, organisation_id)
);

-- What is shown of one audience in one school, or of several schools together: src/features/surveys/release/document.ts.
create table release_figures (
  survey_id uuid not null,
  part_id uuid not null,
  organisation_id uuid not null references organisations,
  owner_id uuid not null,
  level text not null check (level in ('school', 'together')),
  figures jsonb not null,
  primary key (survey_id, part_id, organisation_id)
);
create index release_figures_by_organisation on release_figures (organisation_id);

-- What people wrote, from the threshold up, shuffled, without any group; read first by somebody of the school.
create table release_texts (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null,
  part_id uuid not null,
  organisation_id uuid not null references organisations,
  question text not null,
  words text not null,
  shown text,                                               -- as it is shown, names taken out
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'withheld')),
  read_by uuid,
  read_at timestamptz,
  version integer not null default 1
);
create index release_texts_by_organisation on release_texts (organisation_id, survey_id, part_id, question);

-- You said, we did.
create table survey_replies (
  id uuid primary key,
  survey_id uuid not null references surveys on delete cascade,
  organisation_id uuid not null references organisations,
  position smallint not null,
  part_id uuid,
  question text,
  said text not null,
  kind text not null default 'planned' check (kind in ('done', 'planned', 'no')),
  done text not null default '',
  pupil_words text not null default '',                     -- the same in short sentences, for pupils
  action_id uuid references actions on delete set null,
  version integer not null default 1
);
create index survey_replies_by_organisation on survey_replies (organisation_id, survey_id, position);

-- The page of replies that respondents open by its address; unpublished, it is nobody's.
create table survey_reply_pages (
  survey_id uuid not null references surveys on delete cascade,
  organisation_id uuid not null references organisations,
  address text not null unique,
  published_at timestamptz,
  primary key (survey_id, organisation_id)
);

do $$
declare t text;
begin
  foreach t in array array['questionnaires', 'surveys', 'survey_parts', 'survey_schools', 'survey_additions', 'survey_doors', 'survey_invitations',
    'survey_tickets', 'ballot_box', 'ballots', 'ballot_texts', 'survey_releases', 'release_figures', 'release_texts', 'survey_replies', 'survey_reply_pages'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['questionnaires', 'release_texts', 'survey_replies', 'survey_reply_pages'] loop
    execute format('create policy own on %I to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
      with check (organisation_id = any ((select caller_organisations())::uuid[]))', t);
  end loop;
end $$;

-- A school sees the surveys that it takes part in, once they are open.
create policy own on survey_schools to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[]) or school_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy own on surveys to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy taking_part on surveys for select to qualeduc_app
  using (state <> 'draft' and id in (select survey_id from survey_schools where school_id = any ((select caller_organisations())::uuid[])));
create policy own on survey_parts to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy taking_part on survey_parts for select to qualeduc_app using (survey_id in (select id from surveys));
create policy own on survey_additions to qualeduc_app using (school_id = any ((select caller_organisations())::uuid[]))
  with check (school_id = any ((select caller_organisations())::uuid[]));
create policy own on survey_doors to qualeduc_app using (school_id = any ((select caller_organisations())::uuid[]))
  with check (school_id = any ((select caller_organisations())::uuid[]));
create policy own on survey_invitations to qualeduc_app using (school_id = any ((select caller_organisations())::uuid[]))
  with check (school_id = any ((select caller_organisations())::uuid[]));
create policy own on survey_releases for select to qualeduc_app using (survey_id in (select id from surveys));
-- One's own figures, and what is shown of several schools together to all who take part.
create policy own on release_figures for select to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[]) or (level = 'together' and survey_id in (select id from surveys)));

grant select, insert, update, delete on questionnaires, surveys, survey_parts, survey_schools, survey_additions, survey_replies, survey_reply_pages to qualeduc_app;
grant select (id, survey_id, part_id, school_id, kind, name, groups, seats, open_until, created_by, created_at) on survey_doors to qualeduc_app;
grant insert (id, survey_id, part_id, school_id, kind, digest, name, groups, seats, open_until, created_by) on survey_doors to qualeduc_app;
grant update (open_until, name) on survey_doors to qualeduc_app;
grant delete on survey_doors to qualeduc_app;
grant select (id, survey_id, part_id, school_id, groups) on survey_invitations to qualeduc_app;
grant insert (id, survey_id, part_id, school_id, digest, groups, mail) on survey_invitations to qualeduc_app;
grant select on survey_releases, release_figures to qualeduc_app;
grant select, update (shown, state, read_by, read_at, version) on release_texts to qualeduc_app;

-- The mixing role: ballots and nothing else.
grant usage on schema public to qualeduc_mixer;
grant select, delete on ballot_box to qualeduc_mixer;
grant insert on ballots, ballot_texts to qualeduc_mixer;
create policy mixing on ballot_box to qualeduc_mixer using (true);
create policy mixing on ballots for insert to qualeduc_mixer with check (true);
create policy mixing on ballot_texts for insert to qualeduc_mixer with check (true);

-- What was promised at opening holds: nothing that protects who answers can be lowered, and what is asked does not change.
create function guard_survey() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then
    return new;
  end if;
  if array_position(array['draft', 'offered', 'open', 'closed', 'released'], new.state)
    < array_position(array['draft', 'offered', 'open', 'closed', 'released'], old.state) then
    raise exception 'a survey never goes back' using errcode = 'QS001';
  end if;
  if new.threshold < old.threshold or new.organisation_id <> old.organisation_id or new.previous_id is distinct from old.previous_id then
    raise exception 'what protects answers is never lowered after opening' using errcode = 'QS001';
  end if;
  return new;
end $$;
create trigger guard before update on surveys for each row execute function guard_survey();

create function guard_survey_part() returns trigger language plpgsql as $$
declare
  present record := coalesce(new, old);
  s text := (select state from surveys where id = present.survey_id);
begin
  if s is null or s = 'draft' or (s = 'offered' and tg_argv[0] = 'until open') then
    return coalesce(new, old);
  end if;
  raise exception 'what protects answers is never lowered after opening' using errcode = 'QS001';
end $$;
create trigger guard before insert or update or delete on survey_parts for each row execute function guard_survey_part('in draft');
create trigger guard before insert or update or delete on survey_schools for each row execute function guard_survey_part('until open');
create trigger guard before insert or update or delete on survey_additions for each row execute function guard_survey_part('until open');

create function guard_opened_survey() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'a survey that was opened is kept' using errcode = 'QS001';
  end if;
  return old;
end $$;
create trigger guard_deletion before delete on surveys for each row execute function guard_opened_survey();

-- A group, once given, stays: moving somebody from one group to another would tell two groups apart.
create function refuse_survey_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was published or promised does not change' using errcode = 'QS001';
end $$;
create trigger frozen before update on survey_releases for each row execute function refuse_survey_change();
create trigger frozen_deletion before delete on survey_releases for each row execute function refuse_survey_change();
create trigger frozen before update on release_figures for each row execute function refuse_survey_change();
create trigger frozen_deletion before delete on release_figures for each row execute function refuse_survey_change();

-- What lies behind the codes of people who are at the door: nothing can be listed, each must be known. `used`: this invitation has served.
create function find_survey_doors(digests bytea[])
  returns table (place bigint, kind text, survey_id uuid, part_id uuid, school_id uuid, groups jsonb, used boolean, over boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select g.place, coalesce(d.kind, 'personal'), s.id, coalesce(i.part_id, d.part_id), coalesce(i.school_id, d.school_id), coalesce(i.groups, d.groups),
    coalesce(i.used, d.seats is not null and d.used >= d.seats), s.state <> 'open' or d.open_until < now()
  from unnest(digests) with ordinality g (digest, place)
  left join public.survey_invitations i on i.digest = g.digest
  left join public.survey_doors d on d.digest = g.digest
  join public.surveys s on s.id = coalesce(i.survey_id, d.survey_id)
$$;

-- Takes sealed ballots, several people's at once: each marks its invitation or its ticket and goes into the box, or does neither. Returns the
-- places that were taken, and of the others those whose invitation or ticket had served before. A closing waits for this, and this for nothing.
create function accept_ballots(given_surveys uuid[], digests bytea[], tickets bytea[], sealed bytea[])
  returns table (place bigint, outcome text)
  language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  one uuid;
begin
  for one in select distinct s from unnest(given_surveys) s order by s loop
    perform pg_advisory_xact_lock_shared(hashtextextended(one::text, 18));
  end loop;
  perform from public.survey_doors d where d.digest = any (digests) and d.seats is not null order by d.id for update;
  return query
  with given as materialized (
    select g.place, g.survey, g.digest, g.ticket, g.ballot
    from unnest(given_surveys, digests, tickets, sealed) with ordinality g (survey, digest, ticket, ballot, place)
    join public.surveys s on s.id = g.survey and s.state = 'open'),
  personal as (
    update public.survey_invitations i set used = true from given g
    where i.digest = g.digest and i.survey_id = g.survey and not i.used
    returning g.place),
  -- The same page sent twice at once is one.
  pages as (
    select distinct on (g.ticket) g.place, g.survey, g.ticket, d.id as door, d.seats, d.used
    from given g join public.survey_doors d on d.digest = g.digest and d.survey_id = g.survey
    where (d.open_until is null or d.open_until >= now())
      and not exists (select from public.survey_tickets t where t.digest = g.ticket)
    order by g.ticket, g.place),
  ranked as (select p.*, row_number() over (partition by p.door order by p.place) as rank from pages p),
  tickets as (
    insert into public.survey_tickets (digest, survey_id)
    select r.ticket, r.survey from ranked r where r.seats is null or r.used + r.rank <= r.seats
    on conflict do nothing
    returning digest),
  through as (
    select r.place, r.door from ranked r join tickets t on t.digest = r.ticket),
  seats as (
    update public.survey_doors d set used = d.used + c.n from (select door, count(*)::integer as n from through group by door) c where d.id = c.door
    returning d.id),
  taken as (select place from personal union all select place from through),
  boxed as (
    insert into public.ballot_box (survey_id, sealed) select g.survey, g.ballot from taken t join given g using (place)
    returning 1)
  select g.place, case
      when t.place is not null then 'taken'
      when exists (select from public.survey_invitations i where i.digest = g.digest and i.used)
        or exists (select from public.survey_tickets k where k.digest = g.ticket)
        or exists (select from taken w join given v using (place) where v.digest = g.digest and v.ticket is not distinct from g.ticket) then 'before'
      when exists (select from public.survey_doors d where d.digest = g.digest and d.seats is not null and d.used >= d.seats) then 'full'
      else 'closed' end
  from unnest(digests, tickets) with ordinality g (digest, ticket, place) left join taken t using (place);
end $$;

-- How many were invited and have answered, by group: nothing under eleven, rounded down to five.
create function survey_participation(wanted uuid)
  returns table (part_id uuid, school_id uuid, groups jsonb, invited integer, answered integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with counted as (
    select i.part_id, i.school_id, i.groups, count(*)::integer as invited, count(*) filter (where i.used)::integer as answered
    from public.survey_invitations i where i.survey_id = wanted group by 1, 2, 3
    union all
    select d.part_id, d.school_id, d.groups, sum(d.seats)::integer, sum(d.used)::integer from public.survey_doors d where d.survey_id = wanted group by 1, 2, 3)
  select c.part_id, c.school_id, c.groups, sum(c.invited)::integer, case when sum(c.answered) >= 11 then (sum(c.answered) / 5)::integer * 5 end
  from counted c join public.surveys s on s.id = wanted
  where s.organisation_id = any (public.caller_organisations()) or c.school_id = any (public.caller_organisations())
  group by 1, 2, 3
$$;

-- Recalls the survey to those who have an address and have not answered; nobody learns who they are. Returns whether there was anybody.
create function remind_invitations(wanted uuid, school uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  anybody boolean;
begin
  if not school = any (public.caller_organisations()) then
    return false;
  end if;
  select bool_or(true) into anybody from (
    select public.enqueue_job('send-invitation', json_build_object('invitation', i.id, 'again', true))
    from public.survey_invitations i join public.surveys s on s.id = i.survey_id
    where i.survey_id = wanted and i.school_id = school and i.mail is not null and not i.used and s.state = 'open'
    order by random()) sent;
  return coalesce(anybody, false);
end $$;

-- The address to which the job sends one invitation; nothing once it has served or the survey is over.
create function invitation_to_send(wanted uuid) returns table (survey_id uuid, part_id uuid, school_id uuid, mail text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.survey_id, i.part_id, i.school_id, i.mail from public.survey_invitations i join public.surveys s on s.id = i.survey_id
  where i.id = wanted and i.mail is not null and not i.used and s.state = 'open'
$$;

-- What an open survey shows to who stands at its door, without an account: found by its part, which only a code gives.
create function open_survey_part(wanted uuid) returns table (survey_id uuid, title text, purpose text, promise text, state text, school_year text, closes_on date,
    results_on date, threshold smallint, audience text, definition jsonb, access text, breakdowns jsonb, free_text boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.title, s.purpose, s.promise, s.state, s.school_year, s.closes_on, s.results_on, s.threshold, p.audience, p.definition, p.access, p.breakdowns, p.free_text
  from public.survey_parts p join public.surveys s on s.id = p.survey_id where p.id = wanted and s.state <> 'draft'
$$;
create function open_survey_additions(wanted uuid, school uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public as $$
  select a.questions from public.survey_additions a where a.part_id = wanted and a.school_id = school
$$;

-- The published page of replies behind an address.
create function find_reply_page(wanted text) returns table (survey_id uuid, organisation_id uuid, school text, title text, school_year text, replies jsonb)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.survey_id, p.organisation_id, o.name, s.title, s.school_year,
    coalesce((select jsonb_agg(jsonb_build_object('said', r.said, 'kind', r.kind, 'done', r.done, 'pupilWords', r.pupil_words, 'partId', r.part_id, 'question', r.question)
      order by r.position, r.id) from public.survey_replies r where r.survey_id = p.survey_id and r.organisation_id = p.organisation_id), '[]')
  from public.survey_reply_pages p join public.organisations o on o.id = p.organisation_id join public.surveys s on s.id = p.survey_id
  where p.address = wanted and p.published_at is not null
$$;

revoke execute on function find_survey_doors(bytea[]), accept_ballots(uuid[], bytea[], bytea[], bytea[]), survey_participation(uuid), remind_invitations(uuid, uuid),
  invitation_to_send(uuid), open_survey_part(uuid), open_survey_additions(uuid, uuid), find_reply_page(text) from public;
grant execute on function find_survey_doors(bytea[]), accept_ballots(uuid[], bytea[], bytea[], bytea[]), survey_participation(uuid), remind_invitations(uuid, uuid),
  invitation_to_send(uuid), open_survey_part(uuid), open_survey_additions(uuid, uuid), find_reply_page(text) to qualeduc_app;
