-- Self-evaluation: compose, answer alone and unseen, agree, find strengths and weaknesses, validate.

create table question_models (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  title text not null,
  questions jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index question_models_by_organisation on question_models (organisation_id, created_at desc);

create table evaluations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  title text not null,
  purpose text not null default '',
  scope_kind text not null check (scope_kind in ('school', 'action', 'discipline', 'network')),
  scope_detail text not null default '',
  school_year text not null references school_years,
  starts_on date,
  ends_on date,
  state text not null default 'composing' check (state in ('composing', 'answering', 'agreeing', 'validated')),
  scale jsonb not null,                          -- used where a framework has none
  previous_id uuid references evaluations,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  reminded_at timestamptz,                       -- members are reminded at most once a day
  closed_at timestamptz,
  validated_at timestamptz,
  validated_by uuid,
  shared_at timestamptz,                         -- shared with the académie's referent by the school
  snapshot jsonb,                                -- frozen at validation
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('french', fold_words(title || ' ' || purpose || ' ' || scope_detail || ' ' || replace(school_year, '-', ' ')))) stored,
  unique (id, organisation_id)
);
create index evaluations_by_organisation on evaluations (organisation_id, created_at desc);
create index evaluations_by_sharing on evaluations (shared_at) where shared_at is not null;

create table evaluation_themes (
  evaluation_id uuid not null,
  organisation_id uuid not null,
  framework_id uuid not null references frameworks,
  theme_code text not null,
  position integer not null,
  primary key (evaluation_id, framework_id, theme_code),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade
);

create table evaluation_items (
  id uuid primary key,
  evaluation_id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  origin text not null check (origin in ('bank', 'own', 'value')),
  framework_id uuid references frameworks,       -- with origin_code, where the statement comes from
  origin_code text,
  origin_statement text,                         -- as it stood in the bank when it was picked
  theme_code text,
  theme_title text not null default '',
  phase text not null check (phase in ('plan', 'do', 'check', 'act')),
  statement text not null,
  help text not null default '',
  scale jsonb not null,
  evidence text[] not null default '{}',
  indicators text[] not null default '{}',
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('french', fold_words(statement || ' ' || help))) stored,
  unique (id, organisation_id),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade
);
create index evaluation_items_by_evaluation on evaluation_items (evaluation_id, position);

create table evaluation_members (
  evaluation_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references persons,
  invited_at timestamptz not null default now(),
  finished_at timestamptz,
  removed_at timestamptz,
  answered integer,                              -- how many items, kept at closing; never which or what
  primary key (evaluation_id, person_id),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade
);
create index evaluation_members_by_person on evaluation_members (person_id);

-- A member's own answers while the round is open. Nobody else reads them, whatever the role.
create table ratings (
  evaluation_id uuid not null,
  item_id uuid not null,
  person_id uuid not null references persons,
  organisation_id uuid not null,
  choice text check (choice in ('rated', 'not_applicable', 'unknown')),
  value smallint,
  reason text not null default '',
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (item_id, person_id),
  check ((choice is not distinct from 'rated') = (value is not null)),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade,
  foreign key (item_id, organisation_id) references evaluation_items (id, organisation_id) on delete cascade
);
create index ratings_by_person on ratings (evaluation_id, person_id);

-- What was answered, once the round is closed: no name, no time, shuffled.
create table evaluation_answers (
  evaluation_id uuid not null,
  item_id uuid not null,
  organisation_id uuid not null,
  choice text check (choice in ('rated', 'not_applicable', 'unknown')),
  value smallint,
  reason text not null default '',
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade,
  foreign key (item_id, organisation_id) references evaluation_items (id, organisation_id) on delete cascade
);
create index evaluation_answers_by_evaluation on evaluation_answers (evaluation_id, item_id);

-- The same, counted once by question when the answers arrive, so that a page of all questions reads 40 rows and not 2 400.
create table answer_counts (
  item_id uuid primary key,
  evaluation_id uuid not null,
  organisation_id uuid not null,
  counts jsonb not null,                         -- [[choice, value, people], …]
  reasons integer not null,
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade,
  foreign key (item_id, organisation_id) references evaluation_items (id, organisation_id) on delete cascade
);
create index answer_counts_by_evaluation on answer_counts (evaluation_id);

create function count_answers() returns trigger language plpgsql as $$
begin
  delete from answer_counts where item_id in (select item_id from added);
  insert into answer_counts (item_id, evaluation_id, organisation_id, counts, reasons)
    select item_id, evaluation_id, organisation_id, jsonb_agg(jsonb_build_array(choice, value, people)), sum(with_reason)
    from (
      select item_id, evaluation_id, organisation_id, choice, value, count(*) as people, count(*) filter (where reason <> '') as with_reason
      from evaluation_answers where item_id in (select item_id from added)
      group by item_id, evaluation_id, organisation_id, choice, value) counted
    group by item_id, evaluation_id, organisation_id;
  return null;
end $$;
create trigger counted after insert on evaluation_answers referencing new table as added for each statement execute function count_answers();

create table agreements (
  item_id uuid primary key,
  evaluation_id uuid not null,
  organisation_id uuid not null,
  choice text check (choice in ('rated', 'not_applicable', 'unknown', 'worded')),
  value smallint,
  reason text not null default '',
  minority_view text not null default '',
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  check ((choice is not distinct from 'rated') = (value is not null)),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade,
  foreign key (item_id, organisation_id) references evaluation_items (id, organisation_id) on delete cascade
);
create index agreements_by_evaluation on agreements (evaluation_id);

create table findings (
  id uuid primary key,
  evaluation_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('strength', 'weakness', 'axis')),
  text text not null,
  detail text not null default '',
  position integer not null,
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('french', fold_words(text || ' ' || detail))) stored,
  unique (id, organisation_id),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade
);
create index findings_by_evaluation on findings (evaluation_id, kind, position);

create table finding_items (
  finding_id uuid not null,
  item_id uuid not null,
  organisation_id uuid not null,
  primary key (finding_id, item_id),
  foreign key (finding_id, organisation_id) references findings (id, organisation_id) on delete cascade,
  foreign key (item_id, organisation_id) references evaluation_items (id, organisation_id) on delete cascade
);

create table evidence (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  title text not null,
  kind text not null check (kind in ('file', 'link')),
  url text,
  file_name text,
  media_type text,
  size bigint,
  sha256 text,
  effective_on date,
  added_at timestamptz not null default now(),
  added_by uuid not null,
  unique (id, organisation_id),
  check ((kind = 'file') = (sha256 is not null)),
  check ((kind = 'link') = (url is not null))
);
create index evidence_by_organisation on evidence (organisation_id, added_at desc);
create index evidence_by_content on evidence (sha256) where sha256 is not null;

create table evidence_links (
  evidence_id uuid not null,
  item_id uuid not null,
  evaluation_id uuid not null,
  organisation_id uuid not null,
  note text not null default '',
  primary key (evidence_id, item_id),
  foreign key (evidence_id, organisation_id) references evidence (id, organisation_id),
  foreign key (evaluation_id, organisation_id) references evaluations (id, organisation_id) on delete cascade,
  foreign key (item_id, organisation_id) references evaluation_items (id, organisation_id) on delete cascade
);
create index evidence_links_by_evaluation on evidence_links (evaluation_id);

-- A file is kept once for all who hold it: whether anybody still does, without saying who.
create function file_is_kept(wanted text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.evidence where sha256 = wanted)
$$;
revoke execute on function file_is_kept(text) from public;
grant execute on function file_is_kept(text) to qualeduc_app;

-- Closing the round: names are detached for good, in one shuffled move. Only counts of participation stay with people.
create function close_round(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  org uuid;
begin
  select organisation_id into org from public.evaluations
    where id = wanted and state = 'answering' and organisation_id = any (public.caller_organisations()) for update;
  if org is null then
    raise exception 'no open round %', wanted;
  end if;
  update public.evaluation_members m
    set answered = (select count(*) from public.ratings r where r.evaluation_id = wanted and r.person_id = m.person_id and (r.choice is not null or r.reason <> ''))
    where m.evaluation_id = wanted;
  insert into public.evaluation_answers (evaluation_id, item_id, organisation_id, choice, value, reason)
    select r.evaluation_id, r.item_id, r.organisation_id, r.choice, r.value, r.reason
    from public.ratings r join public.evaluation_members m on m.evaluation_id = r.evaluation_id and m.person_id = r.person_id
    where r.evaluation_id = wanted and m.removed_at is null and (r.choice is not null or r.reason <> '')
    order by random();
  delete from public.ratings where evaluation_id = wanted;
  update public.evaluations set state = 'agreeing', closed_at = now(), version = version + 1 where id = wanted;
end $$;

-- Who has answered how much while the round is open: participation is visible, answers are not.
create function participation(wanted uuid) returns table (person_id uuid, answered integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select m.person_id, coalesce(m.answered, (
    select count(*)::integer from public.ratings r where r.evaluation_id = wanted and r.person_id = m.person_id and (r.choice is not null or r.reason <> '')))
  from public.evaluation_members m
  where m.evaluation_id = wanted and m.organisation_id = any (public.caller_organisations())
$$;

-- Whether anybody has answered yet, in one step: asked for each wheel. (plpgsql keeps its plan; a plain SQL function makes a new one each time.)
create function round_has_answers(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return exists (
      select from public.ratings r
      where r.evaluation_id = wanted and r.organisation_id = any ((select public.caller_organisations())::uuid[]) and (r.choice is not null or r.reason <> ''))
    or exists (
      select from public.evaluation_members m
      where m.evaluation_id = wanted and m.organisation_id = any ((select public.caller_organisations())::uuid[]) and m.answered > 0);
end $$;

create table actions (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  evaluation_id uuid references evaluations,
  finding_id uuid references findings on delete set null,
  title text not null,                           -- ACTION
  what text not null default '',                 -- QUOI
  for_whom text not null default '',             -- POUR QUI
  by_whom text not null default '',              -- PAR QUI
  with_whom text not null default '',            -- AVEC QUI
  place text not null default '',                -- OÙ
  how text not null default '',                  -- COMMENT
  why text not null default '',                  -- POURQUOI
  comments text not null default '',             -- COMMENTAIRES
  starts_on date,
  due_on date,
  indicator text not null default '',
  workload text not null default '',
  state text not null default 'planned' check (state in ('planned', 'under_way', 'done', 'abandoned')),
  progress smallint check (progress between 0 and 100),
  owner_id uuid references persons,
  effect text not null default '',
  effect_noted_on date,
  done_on date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  search tsvector generated always as (to_tsvector('french', fold_words(
    title || ' ' || what || ' ' || for_whom || ' ' || by_whom || ' ' || with_whom || ' ' || place || ' ' || how || ' ' || why || ' ' || comments))) stored,
  unique (id, organisation_id)
);
create index actions_by_organisation on actions (organisation_id, state, due_on);
create index actions_by_evaluation on actions (evaluation_id);
create index actions_by_owner on actions (owner_id);

create table action_steps (
  id uuid primary key,
  action_id uuid not null,
  organisation_id uuid not null,
  label text not null,
  due_on date,
  done_on date,
  position integer not null,
  foreign key (action_id, organisation_id) references actions (id, organisation_id) on delete cascade
);
create index action_steps_by_action on action_steps (action_id, position);

-- Asked in the caller's own scope: true only of what is shared with her. A function keeps it out of every plan that does not need it.
create function evaluation_is_shared(evaluation uuid) returns boolean language sql stable parallel safe
  as $$ select exists (select from evaluations e where e.id = evaluation and e.shared_at is not null) $$;

-- Row-level security, the same shape for each: own organisations read and write; what a school has shared, its referent reads.
do $$
declare t text;
begin
  foreach t in array array['question_models', 'evaluations', 'evaluation_themes', 'evaluation_items', 'evaluation_members', 'ratings',
    'evaluation_answers', 'answer_counts', 'agreements', 'findings', 'finding_items', 'evidence', 'evidence_links', 'actions', 'action_steps'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    if t not in ('ratings') then
      execute format('create policy own on %I to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
        with check (organisation_id = any ((select caller_organisations())::uuid[]))', t);
    end if;
  end loop;
  foreach t in array array['evaluation_themes', 'evaluation_items', 'agreements', 'findings', 'actions'] loop
    execute format('create policy accompanied on %I for select to qualeduc_app using ((select caller_has_schools()) and evaluation_is_shared(evaluation_id))', t);
  end loop;
end $$;
create policy accompanied on evaluations for select to qualeduc_app using (shared_at is not null and (select caller_has_schools())
  and ((select caller_is_national()) or exists (
    select from organisations o where o.id = evaluations.organisation_id and o.authority_id = any ((select caller_authorities())::uuid[]))));
create policy accompanied on finding_items for select to qualeduc_app using (
  (select caller_has_schools()) and exists (select 1 from findings f where f.id = finding_id));
-- The organisation must be one of the caller's, the answers the caller's own, and the round open.
create policy own on ratings to qualeduc_app
  using (person_id = (select caller_person()) and organisation_id = any ((select caller_organisations())::uuid[]))
  with check (person_id = (select caller_person()) and organisation_id = any ((select caller_organisations())::uuid[]));

grant select, insert, update, delete on question_models, evaluations, evaluation_themes, evaluation_items, evaluation_members, ratings,
  agreements, findings, finding_items, evidence_links, actions, action_steps to qualeduc_app;
grant select on evaluation_answers, answer_counts to qualeduc_app;
-- A proof never changes: it is added, used, and removed once nothing uses it.
grant select, insert, delete on evidence to qualeduc_app;
revoke execute on function close_round(uuid), participation(uuid), round_has_answers(uuid) from public;
grant execute on function close_round(uuid), participation(uuid), round_has_answers(uuid) to qualeduc_app;

-- Once validated, an evaluation and all that it holds stay as they are: only sharing comes and goes. The owner (restoring a backup,
-- migrating) is not held. The lock makes a change that is under way and a validation wait for each other.
create function refuse_validated() returns trigger language plpgsql as $$
declare
  touched uuid;
begin
  if current_user <> 'qualeduc_app' then
    return coalesce(new, old);
  end if;
  if tg_table_name = 'evaluations' then
    if old.state = 'validated' and (tg_op = 'DELETE' or to_jsonb(new) - array['shared_at', 'version', 'search'] <> to_jsonb(old) - array['shared_at', 'version', 'search']) then
      raise exception 'evaluation % is validated', old.id;
    end if;
    return coalesce(new, old);
  end if;
  if tg_table_name = 'finding_items' then
    select evaluation_id into touched from findings where id = coalesce(new.finding_id, old.finding_id);
  else
    touched := coalesce(new.evaluation_id, old.evaluation_id);
    if tg_op = 'UPDATE' and new.evaluation_id <> old.evaluation_id then
      raise exception 'a % does not move to another evaluation', tg_table_name;
    end if;
  end if;
  if (select state from evaluations where id = touched for key share) = 'validated' then
    raise exception 'evaluation % is validated', touched;
  end if;
  return coalesce(new, old);
end $$;
create trigger validated before update or delete on evaluations for each row execute function refuse_validated();
do $$
declare t text;
begin
  foreach t in array array['evaluation_themes', 'evaluation_items', 'evaluation_members', 'agreements', 'findings', 'finding_items', 'evidence_links', 'ratings'] loop
    execute format('create trigger validated before insert or update or delete on %I for each row execute function refuse_validated()', t);
  end loop;
end $$;

-- What an académie may know of all its schools without being told by each: counts, and none under five schools.
create function authority_activity(authority uuid) returns table (schools bigint, engaged bigint, validated bigint, sharing bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with cycles as (
    select o.id, count(e.id) as all_cycles, count(e.id) filter (where e.state = 'validated') as validated,
      count(e.id) filter (where e.shared_at is not null) as shared
    from public.organisations o left join public.evaluations e on e.organisation_id = o.id
    where o.authority_id = authority and o.kind = 'school' and o.valid_to is null
    group by o.id)
  select count(*), count(*) filter (where all_cycles > 0), count(*) filter (where validated > 0), count(*) filter (where shared > 0)
  from cycles
  where public.caller_is_national() or authority = any (public.caller_authorities())
$$;
revoke execute on function authority_activity(uuid) from public;
grant execute on function authority_activity(uuid) to qualeduc_app;
