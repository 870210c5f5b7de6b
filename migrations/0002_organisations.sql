-- The dated tree: nation, région académique, académie, district, school; and free groupings: network, campus.
-- The directory of schools is public, so these tables carry no row-level security; writing is the operator's, through commands.

-- Names as they are searched: words in small letters, without accents, ligatures or punctuation, whatever the database's locale.
create function fold_name(name text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(
    lower(regexp_replace(normalize(replace(replace(replace(replace(name, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), NFKD), U&'[\0300-\036F]', '', 'g')),
    '[^a-z0-9]+', ' ', 'g'));

create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('nation', 'academic_region', 'authority', 'district', 'school', 'network', 'campus')),
  name text not null,
  code text,                                   -- official code of an académie or région académique
  uai text check (uai ~ '^[0-9]{7}[A-Z]$'),    -- 7 digits and a key letter; the key is checked at import, with a warning
  authority_id uuid references organisations,  -- the académie, for everything below it (kept in step with the dated links)
  school_type text check (school_type in
    ('lycee_pro', 'lycee_polyvalent', 'lycee_general_techno', 'college', 'ecole', 'erea', 'section', 'training_centre', 'other')),
  sector text check (sector in ('public', 'private')),
  town text,
  postcode text,
  department_code text,
  latitude double precision,
  longitude double precision,
  mother_uai text,
  valid_from date,
  valid_to date,                               -- a closed school is dated, never deleted
  source text,
  source_date date,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  search tsvector generated always as (to_tsvector('simple', fold_name(name || ' ' || coalesce(town, '') || ' ' || coalesce(uai, '')))) stored
);
create unique index organisations_by_uai on organisations (uai) where uai is not null;
create unique index organisations_by_code on organisations (kind, code) where code is not null;
create index organisations_by_authority on organisations (authority_id, kind);
create index organisations_by_search on organisations using gin (search);
create index organisations_by_name on organisations (kind, name collate "fr-x-icu", id);

create table organisation_links (
  child_id uuid not null references organisations,
  parent_id uuid not null references organisations,
  kind text not null check (kind in ('part_of', 'member_of')),
  valid_from date not null,
  valid_to date,
  primary key (child_id, parent_id, kind, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index organisation_links_by_parent on organisation_links (parent_id, kind);

create table school_years (
  code text primary key check (code ~ '^[0-9]{4}-[0-9]{4}$'),
  starts_on date not null,
  ends_on date not null
);
insert into school_years
  select y || '-' || (y + 1), make_date(y, 9, 1), make_date(y + 1, 8, 31) from generate_series(2010, 2050) y;

create table directory_imports (
  id uuid primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  file_name text not null,
  file_sha256 text not null,
  report jsonb not null
);

-- A directory shown before it is imported: its bytes lie in the data folder for a day, and only who sent them confirms.
create table directory_uploads (
  id uuid primary key,
  person_id uuid not null,
  at timestamptz not null default now(),
  file_name text not null,
  file_sha256 text not null,
  complete_by text check (complete_by in ('authority', 'department'))
);
alter table directory_uploads enable row level security;
alter table directory_uploads force row level security;
create policy owner on directory_uploads to current_user using (true) with check (true);
create policy own on directory_uploads to qualeduc_app
  using (person_id = (select caller_person())) with check (person_id = (select caller_person()));

-- What the school holds dear and who decides in it: its values, its norms, its own bodies.
create table school_references (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('value', 'norm', 'body')),
  label text not null,
  description text not null default '',
  position integer not null,
  version integer not null default 1
);
create index school_references_by_organisation on school_references (organisation_id, kind, position);

alter table school_references enable row level security;
alter table school_references force row level security;
create policy owner on school_references to current_user using (true) with check (true);
create policy own on school_references to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));

grant select, insert, update on organisations, organisation_links to qualeduc_app;
grant select on school_years to qualeduc_app;
grant select, insert on directory_imports to qualeduc_app;
grant select, insert, delete on directory_uploads to qualeduc_app;
grant select, insert, update, delete on school_references to qualeduc_app;
