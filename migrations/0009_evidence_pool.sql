-- One pool of proofs for a school: what a proof is, how long it holds, its revisions, its words, and every item that it supports.

alter table evidence
  add column nature text not null default 'other' check (nature in ('project', 'charter', 'mission_letter', 'organisation_chart', 'minutes', 'agreement',
    'dashboard', 'figure', 'report', 'audit_report', 'plan', 'calendar', 'survey', 'deliberation', 'training', 'directory', 'publication', 'photo', 'other')),
  add column note text not null default '',
  add column valid_until date,
  add column remind_on date,                                -- chosen; without it, some weeks before the end of validity
  add column reminded_for date,                             -- the end of validity that has been recalled
  add column confidentiality text not null default 'team' check (confidentiality in ('team', 'leaders')),
  add column revision integer not null default 1,
  add column updated_at timestamptz not null default now(),
  add column version integer not null default 1;
alter table evidence_links add column page_ref text not null default '';

-- What a proof was before: the file or the address, as it stood.
create table evidence_revisions (
  evidence_id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  url text,
  file_name text,
  media_type text,
  size bigint,
  sha256 text,
  effective_on date,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (evidence_id, number),
  foreign key (evidence_id, organisation_id) references evidence (id, organisation_id) on delete cascade
);
create index evidence_revisions_by_content on evidence_revisions (sha256) where sha256 is not null;

-- The words of a file, read apart, once; searched with the titles.
create table evidence_texts (
  evidence_id uuid primary key,
  organisation_id uuid not null,
  revision integer not null,
  state text not null check (state in ('read', 'empty', 'unreadable')),
  words text not null default '',
  search tsvector generated always as (to_tsvector('french', fold_words(words))) stored,
  foreign key (evidence_id, organisation_id) references evidence (id, organisation_id) on delete cascade
);
create index evidence_texts_by_search on evidence_texts using gin (search);
alter table evidence add column search tsvector
  generated always as (to_tsvector('french', fold_words(title || ' ' || note || ' ' || coalesce(file_name, '')))) stored;
create index evidence_by_search on evidence using gin (search);

-- A proof beside an item of any framework, outside a self-evaluation.
create table evidence_supports (
  evidence_id uuid not null,
  framework_id uuid not null,
  item_code text not null,
  organisation_id uuid not null,
  page_ref text not null default '',
  note text not null default '',
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (evidence_id, framework_id, item_code),
  foreign key (evidence_id, organisation_id) references evidence (id, organisation_id) on delete cascade,
  foreign key (framework_id, item_code) references framework_items (framework_id, code)
);
create index evidence_supports_by_item on evidence_supports (organisation_id, framework_id, item_code);

create or replace function file_is_kept(wanted text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.evidence where sha256 = wanted) or exists (select 1 from public.evidence_revisions where sha256 = wanted)
$$;

-- Organisations in which the caller leads (head or quality lead): some proofs are for them alone.
create function caller_led() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('qualeduc.led', true), ''), ',')::uuid[], '{}') $$;

do $$
declare t text;
begin
  foreach t in array array['evidence_revisions', 'evidence_texts', 'evidence_supports'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    execute format('create policy own on %I to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
      with check (organisation_id = any ((select caller_organisations())::uuid[]))', t);
  end loop;
end $$;
-- A proof kept for those who lead is not there for the others: neither it, nor its words, nor what it was.
drop policy own on evidence;
create policy own on evidence to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[])
    and (confidentiality = 'team' or added_by = (select caller_person()) or organisation_id = any ((select caller_led())::uuid[])))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy visible on evidence_revisions as restrictive to qualeduc_app using (exists (select from evidence e where e.id = evidence_id));
create policy visible on evidence_texts as restrictive to qualeduc_app using (exists (select from evidence e where e.id = evidence_id));

grant update on evidence to qualeduc_app;
grant update on evidence_links to qualeduc_app;
grant select, insert on evidence_revisions to qualeduc_app;
grant select, insert, update, delete on evidence_texts, evidence_supports to qualeduc_app;
