-- What an académie publishes of its schools together: ranges over five schools or more, computed when they are asked. Only the decision is kept, and as
-- what it decides is public, so is the decision; who took it is for the académie's journal.

create table published_indicators (
  organisation_id uuid not null references organisations,
  -- Code of an indicator, or of a part of one.
  measure text not null,
  decided_by uuid not null references persons,
  decided_at timestamptz not null default now(),
  primary key (organisation_id, measure)
);

alter table published_indicators enable row level security;
alter table published_indicators force row level security;
create policy owner on published_indicators to current_user using (true) with check (true);
create policy reading on published_indicators for select to qualeduc_app using (true);
create policy deciding on published_indicators for insert to qualeduc_app with check (organisation_id = any ((select caller_organisations())::uuid[]));
create policy withdrawing on published_indicators for delete to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]));
grant select (organisation_id, measure, decided_at), insert, delete on published_indicators to qualeduc_app;

-- A school's own figure is one row in many: the others are of its series.
create index published_rows_whole on published_rows (uai, dataset, period) where series = '';
