-- The ground: who is calling, what has happened, what is waiting to be sent.
-- The application connects as qualeduc_app, which owns nothing and cannot bypass row-level security.
-- The caller's scope is set with SET LOCAL semantics (set_config(…, true)) at the start of each transaction.

create function caller_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('qualeduc.person', true), '')::uuid $$;

-- Organisations in which the caller holds a mandate today, whatever the role.
create function caller_organisations() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('qualeduc.organisations', true), ''), ',')::uuid[], '{}') $$;

-- Académies that the caller accompanies (referent); every académie counts for a national mandate.
create function caller_authorities() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('qualeduc.authorities', true), ''), ',')::uuid[], '{}') $$;

create function caller_is_national() returns boolean language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('qualeduc.national', true), ''), 'off') = 'on' $$;

-- Whether the caller may be shown what schools share: asked first, since most callers accompany nobody.
create function caller_has_schools() returns boolean language sql stable parallel safe
  as $$ select caller_is_national() or cardinality(caller_authorities()) > 0 $$;

create function caller_is_operator() returns boolean language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('qualeduc.operator', true), ''), 'off') = 'on' $$;

-- One line for every change, written in the same transaction as the change.
-- Lines are chained by hash, one chain for each organisation and one for what belongs to none.
create table activity (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  organisation_id uuid,
  actor_id uuid,
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  subject_kind text,
  subject_id uuid,
  detail jsonb not null default '{}',
  previous_hash bytea,
  hash bytea not null default ''
);
create index activity_by_organisation on activity (organisation_id, id desc);
-- Each answer saved is a line; what people are told of the last days is everything else.
create index activity_to_tell on activity (organisation_id, at desc) where kind <> 'answer.saved';

create table activity_heads (
  chain uuid primary key,
  hash bytea not null,
  lines bigint not null
);

create function seal_activity() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  chain_key uuid := coalesce(new.organisation_id, '00000000-0000-0000-0000-000000000000');
  last_hash bytea;
begin
  insert into public.activity_heads (chain, hash, lines) values (chain_key, ''::bytea, 0) on conflict (chain) do nothing;
  select hash into last_hash from public.activity_heads where chain = chain_key for update;
  new.previous_hash := last_hash;
  new.hash := sha256(last_hash || convert_to(concat_ws('|',
    new.id, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), new.organisation_id, new.actor_id,
    new.kind, new.subject_kind, new.subject_id, new.detail::text), 'UTF8'));
  update public.activity_heads set hash = new.hash, lines = lines + 1 where chain = chain_key;
  return new;
end $$;
create trigger seal before insert on activity for each row execute function seal_activity();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the % table is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete on activity for each row execute function refuse_change();
create trigger never_emptied before truncate on activity for each statement execute function refuse_change();

-- Whether nothing was changed, taken out or added aside in the lines of one's own organisation: each line still has its own hash, they
-- make one chain from the first to the last that was sealed, and none is missing. Lines are not compared in the order of their ids:
-- two changes at the same moment may be sealed in the other order.
create function verify_activity(wanted uuid) returns table (lines bigint, intact boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with chain as (
    select a.hash, a.previous_hash,
      a.hash = sha256(a.previous_hash || convert_to(concat_ws('|',
        a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.organisation_id, a.actor_id,
        a.kind, a.subject_kind, a.subject_id, a.detail::text), 'UTF8')) as own
    from public.activity a
    where a.organisation_id = wanted and wanted = any (public.caller_organisations())),
  links as (
    select c.hash, c.own, c.previous_hash = ''::bytea as first, p.hash is not null as follows
    from chain c left join chain p on p.hash = c.previous_hash)
  select count(*),
    count(*) = coalesce((select h.lines from public.activity_heads h where h.chain = wanted and wanted = any (public.caller_organisations())), 0)
      and coalesce(bool_and(own and (first or follows)), true)
      and count(*) filter (where first) = least(count(*), 1)
      and count(*) = (select count(distinct c.previous_hash) from chain c)
      and (count(*) = 0 or exists (select 1 from public.activity_heads h join chain c on c.hash = h.hash
        where h.chain = wanted and not exists (select 1 from chain n where n.previous_hash = h.hash)))
  from links
$$;

-- A form carries a key; the same key sent twice has one effect and the same answer.
create table form_submissions (
  key uuid primary key,
  person_id uuid not null,
  at timestamptz not null default now(),
  location text
);

-- Mails on their way. In the demo they are kept and shown on a page; elsewhere the text is emptied once sent.
create table mails (
  id uuid primary key,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  to_address text not null,
  subject text not null,
  body text not null
);
create index mails_by_date on mails (created_at desc);

-- The application may add a job but sees nothing of the queue.
create function enqueue_job(task text, payload json, run_at timestamptz default now(), job_key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
end $$;

alter table activity enable row level security;
alter table activity force row level security;
alter table activity_heads enable row level security;
alter table activity_heads force row level security;
alter table form_submissions enable row level security;
alter table form_submissions force row level security;

create policy owner on activity to current_user using (true) with check (true);
create policy owner on activity_heads to current_user using (true) with check (true);
create policy owner on form_submissions to current_user using (true) with check (true);

create policy read_own_organisations on activity for select to qualeduc_app
  using (organisation_id = any ((select caller_organisations())::uuid[]) or actor_id = (select caller_person()));
create policy write on activity for insert to qualeduc_app
  with check (organisation_id is null or organisation_id = any ((select caller_organisations())::uuid[]) or (select caller_is_operator()));
create policy own on form_submissions to qualeduc_app
  using (person_id = (select caller_person())) with check (person_id = (select caller_person()));

grant usage on schema public to qualeduc_app;
grant select, insert on activity to qualeduc_app;
grant select, insert, update on form_submissions to qualeduc_app;
grant select, insert, update on mails to qualeduc_app;
revoke execute on function enqueue_job(text, json, timestamptz, text) from public;
grant execute on function enqueue_job(text, json, timestamptz, text) to qualeduc_app;
revoke execute on function verify_activity(uuid) from public;
grant execute on function verify_activity(uuid) to qualeduc_app;
