-- What somebody said of the columns of a school's own file, kept by its titles: the next file with the same titles is read the same way.

create table figure_mappings (
  organisation_id uuid not null references organisations,
  -- Digest of the titles in one spelling, the periods among them left out: next year's file has one more.
  headers_key text not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (organisation_id, headers_key)
);

alter table figure_mappings enable row level security;
alter table figure_mappings force row level security;
create policy owner on figure_mappings to current_user using (true) with check (true);
create policy own on figure_mappings to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
grant select, insert, update, delete on figure_mappings to qualeduc_app;
