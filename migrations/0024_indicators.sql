-- Figures. What the ministry publishes is kept by UAI, row by row as published, in imports that can be undone; what a school types, reads from a file of
-- its own or decides to aim at is the school's. What the site itself counts is counted when it is shown, and never stored.

create table indicator_imports (
  id uuid primary key,
  -- Whose schools it speaks to: of an académie, of the nation, or one school.
  organisation_id uuid not null references organisations,
  -- Of opendata/datasets.ts; 'own' for any other file.
  dataset text not null,
  file_name text not null,
  file_sha256 text not null,
  -- The latest import of a figure is the one that is shown; undone, the one before shows again.
  sequence bigint generated always as identity,
  rows_read integer not null,
  rows_loaded integer not null,
  rows_refused integer not null,
  -- Refused rows with their reasons, corrections typed before importing, warnings.
  report jsonb not null,
  person_id uuid not null references persons,
  at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid references persons,
  check (rows_read = rows_loaded + rows_refused)
);
create index indicator_imports_by_organisation on indicator_imports (organisation_id, sequence desc);

-- A file that waits to be confirmed: thrown away after a day, with its corrections.
create table figure_uploads (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  person_id uuid not null references persons,
  at timestamptz not null default now(),
  file_name text not null,
  file_sha256 text not null,
  -- What the file does not say and somebody said: period, data set; and cells corrected, by line and column.
  answers jsonb not null default '{}'
);
create index figure_uploads_by_person on figure_uploads (person_id, at);

create table published_rows (
  import_id uuid not null references indicator_imports on delete cascade,
  uai text not null,
  dataset text not null,
  period text not null,
  -- Of the track (gt, pro), the public and the series; '' where the file makes no such difference.
  track text not null default '',
  public text not null default '',
  series text not null default '',
  line integer not null,
  -- By measure: a number, or the kind of its absence as a word.
  measures jsonb not null,
  primary key (import_id, uai, dataset, period, track, public, series)
);
create index published_rows_by_school on published_rows (uai, dataset);
create index published_rows_by_period on published_rows (dataset, period);

-- A school's own values. A correction is a new row: the latest counts, the others are its history.
create table indicator_values (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisations,
  -- Code of an indicator, or of a part of one.
  measure text not null,
  period text not null,
  -- Name of a section; '' for the whole school.
  section text not null default '',
  value numeric,
  missing text check (missing in ('not-published', 'below-threshold', 'not-applicable', 'not-entered', 'to-confirm')),
  numerator numeric,
  denominator numeric,
  note text not null default '',
  import_id uuid references indicator_imports on delete cascade,
  entered_by uuid not null references persons,
  entered_at timestamptz not null default now(),
  check ((value is null) <> (missing is null)),
  check (denominator is null or denominator > 0)
);
create index indicator_values_latest on indicator_values (organisation_id, measure, period, section, id desc);

-- « Évolutions quantitatives et/ou qualitatives »: what is said of an indicator in words, dated, with its reasons and a proof.
create table indicator_appreciations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  measure text not null,
  on_day date not null,
  words text not null,
  evidence_id uuid references evidence on delete set null,
  written_by uuid not null references persons,
  version integer not null default 1
);
create index indicator_appreciations_by_measure on indicator_appreciations (organisation_id, measure, on_day desc);

create table indicator_targets (
  organisation_id uuid not null references organisations,
  measure text not null,
  period text not null,
  value numeric not null,
  note text not null default '',
  set_by uuid not null references persons,
  set_at timestamptz not null default now(),
  primary key (organisation_id, measure, period)
);

-- Where a series stops being comparable with what came before, as the school says it; published breaks are in opendata/datasets.ts.
create table indicator_breaks (
  organisation_id uuid not null references organisations,
  measure text not null,
  period text not null,
  sentence text not null,
  primary key (organisation_id, measure, period)
);

-- Indicators that a school, a network or an académie adds to the directory, for itself and the schools under it.
create table own_indicators (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  code text not null,
  definition jsonb not null,
  retired boolean not null default false,
  version integer not null default 1,
  updated_by uuid not null references persons,
  updated_at timestamptz not null default now(),
  unique (organisation_id, code)
);

create table indicator_boards (
  organisation_id uuid primary key references organisations,
  -- In order: measure, size, note.
  cards jsonb not null,
  version integer not null default 1,
  updated_by uuid not null references persons,
  updated_at timestamptz not null default now()
);

create table action_indicators (
  action_id uuid not null references actions on delete cascade,
  organisation_id uuid not null references organisations,
  measure text not null,
  added_by uuid not null references persons,
  added_at timestamptz not null default now(),
  primary key (action_id, measure)
);
create index action_indicators_by_measure on action_indicators (organisation_id, measure);

do $$
declare t text;
begin
  foreach t in array array['indicator_imports', 'published_rows', 'indicator_values', 'indicator_appreciations', 'indicator_targets', 'indicator_breaks',
    'own_indicators', 'indicator_boards', 'action_indicators', 'figure_uploads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['indicator_values', 'indicator_appreciations', 'indicator_targets', 'indicator_breaks', 'indicator_boards', 'action_indicators',
    'figure_uploads'] loop
    execute format('create policy own on %I to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
      with check (organisation_id = any ((select caller_organisations())::uuid[]))', t);
    execute format('grant select, insert, update, delete on %I to qualeduc_app', t);
  end loop;
end $$;

-- What is published is everybody's to read; only who imports it for an organisation of his may write or undo it. A file of a school's own stays its own.
create policy reading on indicator_imports for select to qualeduc_app
  using (dataset <> 'own' or organisation_id = any ((select caller_organisations())::uuid[]));
create policy writing on indicator_imports for insert to qualeduc_app with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy undoing on indicator_imports for update to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
grant select, insert on indicator_imports to qualeduc_app;
grant update (undone_at, undone_by) on indicator_imports to qualeduc_app;
create policy reading on published_rows for select to qualeduc_app using (true);
create policy writing on published_rows for insert to qualeduc_app
  with check (import_id in (select id from indicator_imports where organisation_id = any ((select caller_organisations())::uuid[])));
create policy undoing on published_rows for delete to qualeduc_app
  using (import_id in (select id from indicator_imports where organisation_id = any ((select caller_organisations())::uuid[])));
grant select, insert, delete on published_rows to qualeduc_app;

-- A definition is no secret; only its owner changes it.
create policy reading on own_indicators for select to qualeduc_app using (true);
create policy writing on own_indicators for insert to qualeduc_app with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy changing on own_indicators for update to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
grant select, insert, update on own_indicators to qualeduc_app;
