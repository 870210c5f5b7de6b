-- What was read of a file of another tool, kept for a day until somebody says what to make of it.
create table exchange_readings (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  person_id uuid not null references persons,
  at timestamptz not null,
  file_name text not null,
  reading jsonb not null
);
create index exchange_readings_by_organisation on exchange_readings (organisation_id, at);
alter table exchange_readings enable row level security;
alter table exchange_readings force row level security;
create policy owner on exchange_readings to current_user using (true) with check (true);
create policy own on exchange_readings to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[]))
  with check (organisation_id = any ((select caller_organisations())::uuid[]));
grant select, insert, delete on exchange_readings to qualeduc_app;
