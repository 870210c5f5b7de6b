-- Mixed ballots stay sealed until the release: a ballot's school, part and groups would otherwise tell, of somebody who is alone in them, which is hers.

-- Ballots of one mixing, sealed together under the survey's key: src/features/surveys/ballots/seal.ts.
create table ballot_bundles (
  survey_id uuid not null references surveys on delete cascade,
  ballots integer not null check (ballots > 0),
  sealed bytea not null
);
create index ballot_bundles_by_survey on ballot_bundles (survey_id);
alter table ballot_bundles enable row level security;
alter table ballot_bundles force row level security;
create policy owner on ballot_bundles to current_user using (true) with check (true);
grant insert on ballot_bundles to qualeduc_mixer;
create policy mixing on ballot_bundles for insert to qualeduc_mixer with check (true);
drop policy mixing on ballots;
drop policy mixing on ballot_texts;
revoke insert on ballots, ballot_texts from qualeduc_mixer;

-- Opened ballots exist only within the transaction that computes the release, and never reach the journal. Ballots of a survey that was open before this
-- version stay as safe as they were until its release, after which close-survey.ts sets the tables so.
do $$
begin
  if not exists (select from ballots) and not exists (select from ballot_texts) then
    alter table ballots set unlogged;
    alter table ballot_texts set unlogged;
  end if;
end $$;

-- The database's own statistics hold samples of columns, and outlive the rows: none of what people gave is sampled, and what was is forgotten (a change of
-- type, here to the same, drops it).
do $$
declare c record;
begin
  for c in
    select a.attrelid::regclass as place, a.attname as name from pg_attribute a
    where a.attrelid in ('survey_invitations'::regclass, 'survey_doors'::regclass, 'survey_tickets'::regclass, 'ballot_box'::regclass, 'ballots'::regclass,
      'ballot_texts'::regclass, 'ballot_bundles'::regclass) and a.attnum > 0 and not a.attisdropped
  loop
    execute format('alter table %s alter column %I set statistics 0', c.place, c.name);
  end loop;
end $$;
alter table survey_invitations alter column digest type bytea, alter column groups type jsonb, alter column mail type text;
alter table survey_doors alter column digest type bytea, alter column groups type jsonb;
alter table survey_tickets alter column digest type bytea;
alter table ballot_box alter column sealed type bytea;
alter table ballots alter column answers type bytea;
alter table ballot_texts alter column question type text, alter column words type text;
