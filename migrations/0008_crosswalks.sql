-- One answer serves every framework: what kind a framework is, whose it is, and how its items relate to those of the others.

alter table frameworks
  add column kind text not null default 'guide' check (kind in ('guide', 'label', 'certification', 'evaluation', 'frame')),
  add column award jsonb,                                   -- who decides, for how many years
  add column grades jsonb not null default '[]',            -- levels of a label, in ascending order
  add column conditions jsonb not null default '[]',        -- yes-or-no questions that make items apply
  add column owner_id uuid references organisations,        -- null: comes with the product
  add column extends_id uuid references frameworks;         -- local additions on top of that version
alter table frameworks drop constraint frameworks_framework_version_key;
create unique index frameworks_by_name on frameworks (framework, version) where owner_id is null;
create unique index frameworks_by_owner on frameworks (owner_id, framework, version) where owner_id is not null;

alter table framework_items
  add column title text,
  add column grade smallint,                                -- asked from this level of the label on
  add column conditions text[] not null default '{}',       -- asked where one of these is answered yes
  add column gravity text check (gravity in ('minor', 'major')),
  add column status text not null default 'confirmed' check (status in ('confirmed', 'unconfirmed'));

-- Organisations whose own frameworks and crosswalks the caller sees: hers, her académie, the nation.
create function caller_reach() returns uuid[] language sql stable parallel safe as $$
  select array(
    select unnest(caller_organisations())
    union select authority_id from organisations where id = any (caller_organisations()) and authority_id is not null
    union select id from organisations where kind = 'nation')
$$;

-- Being written: the whole content as a file would hold it. Publishing copies it into the frozen tables.
create table framework_drafts (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  content jsonb not null,
  based_on_id uuid references frameworks,                   -- a new version of it
  extends_id uuid references frameworks,
  changes jsonb not null default '[]',                      -- what becomes of the codes of based_on
  state text not null default 'draft' check (state in ('draft', 'review', 'published')),
  published_id uuid references frameworks,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index framework_drafts_by_organisation on framework_drafts (organisation_id, updated_at desc);

-- From one framework to another. Those that come with the product follow their file; the others are frozen once published.
create table crosswalks (
  id uuid primary key,
  from_id uuid not null references frameworks,
  to_id uuid not null references frameworks,
  author text not null,
  status text not null check (status in ('proposed', 'validated')),
  source jsonb not null,
  licence text not null,
  owner_id uuid references organisations,
  state text not null default 'published' check (state in ('draft', 'review', 'published')),
  content_sha256 text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index crosswalks_by_ends on crosswalks (from_id, to_id) where owner_id is null;
create index crosswalks_by_owner on crosswalks (owner_id) where owner_id is not null;

-- `type` says what the first statement is, compared with the second: the same, a part of it, all of it and more, or in part the same.
create table crosswalk_links (
  crosswalk_id uuid not null references crosswalks on delete cascade,
  from_code text not null,
  to_code text not null,
  type text not null check (type in ('equal', 'narrower', 'broader', 'overlaps')),
  reason text not null,
  status text not null default 'proposed' check (status in ('proposed', 'validated')),
  author text,                                              -- null: the crosswalk's
  primary key (crosswalk_id, from_code, to_code)
);

-- Honest « no equivalent ».
create table crosswalk_gaps (
  crosswalk_id uuid not null references crosswalks on delete cascade,
  side text not null check (side in ('from', 'to')),
  code text not null,
  reason text not null,
  primary key (crosswalk_id, side, code)
);

-- What becomes of each code in the next version.
create table framework_conversions (
  from_id uuid not null references frameworks,
  to_id uuid not null references frameworks,
  owner_id uuid references organisations,
  author text not null,
  note text not null,
  changes jsonb not null,
  content_sha256 text,
  primary key (from_id, to_id)
);

do $$
declare t text;
begin
  foreach t in array array['frameworks', 'framework_themes', 'framework_items', 'framework_drafts', 'crosswalks', 'crosswalk_links',
    'crosswalk_gaps', 'framework_conversions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['frameworks', 'framework_conversions'] loop
    execute format('create policy read on %I for select to qualeduc_app using (owner_id is null or owner_id = any ((select caller_reach())::uuid[]))', t);
    execute format('create policy add on %I for insert to qualeduc_app with check (owner_id = any ((select caller_organisations())::uuid[]))', t);
  end loop;
  foreach t in array array['framework_themes', 'framework_items'] loop
    execute format('create policy read on %I for select to qualeduc_app using (framework_id in (select id from frameworks))', t);
    execute format('create policy add on %I for insert to qualeduc_app with check (framework_id in (
      select id from frameworks where owner_id = any ((select caller_organisations())::uuid[])))', t);
  end loop;
  foreach t in array array['crosswalk_links', 'crosswalk_gaps'] loop
    execute format('create policy read on %I for select to qualeduc_app using (crosswalk_id in (select id from crosswalks))', t);
    execute format('create policy change on %I to qualeduc_app
      using (crosswalk_id in (select id from crosswalks where owner_id = any ((select caller_organisations())::uuid[]) and state <> ''published''))
      with check (crosswalk_id in (select id from crosswalks where owner_id = any ((select caller_organisations())::uuid[]) and state <> ''published''))', t);
  end loop;
end $$;
create policy own on framework_drafts to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
-- A draft is its writers'; what is published is seen by all whom its owner concerns.
create policy read on crosswalks for select to qualeduc_app using (owner_id is null
  or owner_id = any ((select caller_organisations())::uuid[])
  or (state = 'published' and owner_id = any ((select caller_reach())::uuid[])));
create policy add on crosswalks for insert to qualeduc_app with check (owner_id = any ((select caller_organisations())::uuid[]));
create policy change on crosswalks for update to qualeduc_app
  using (owner_id = any ((select caller_organisations())::uuid[]) and state <> 'published')
  with check (owner_id = any ((select caller_organisations())::uuid[]));
create policy remove on crosswalks for delete to qualeduc_app
  using (owner_id = any ((select caller_organisations())::uuid[]) and state <> 'published');

grant insert on frameworks, framework_themes, framework_items to qualeduc_app;
grant select, insert, update, delete on framework_drafts, crosswalks, crosswalk_links, crosswalk_gaps to qualeduc_app;
grant select, insert on framework_conversions to qualeduc_app;
