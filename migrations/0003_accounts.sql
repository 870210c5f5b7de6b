-- People, their mandates with a start and an end, their sessions.

create table persons (
  id uuid primary key,
  email text not null,
  name text not null,
  language text not null default 'fr' check (language in ('fr', 'en')),
  password_hash text,
  totp_secret bytea,                     -- encrypted with the installation's key
  totp_confirmed_at timestamptz,
  totp_last_step bigint,                 -- a code is accepted once
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index persons_by_email on persons (lower(email));

create table mandates (
  id uuid primary key,
  person_id uuid not null references persons,
  organisation_id uuid not null references organisations,
  role text not null check (role in ('head', 'lead', 'member', 'referent', 'national', 'operator')),
  valid_from date not null,
  valid_to date,
  created_by uuid,
  created_at timestamptz not null default now(),
  -- A mandate ended on the day it began has run no whole day: its end is the day before.
  check (valid_to is null or valid_to >= valid_from - 1)
);
create index mandates_by_person on mandates (person_id);
create index mandates_by_organisation on mandates (organisation_id);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references persons,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  device text not null default ''
);
create index sessions_by_person on sessions (person_id);

-- Invitations and resets: 256 bits, stored hashed, one purpose, one use, short life.
create table access_tokens (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('invitation', 'reset')),
  person_id uuid not null references persons,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table recovery_codes (
  person_id uuid not null references persons,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- Failures are counted by address and by (address, account), never by account alone: nobody can lock the owner out.
create table sign_in_failures (
  at timestamptz not null default now(),
  address_hash bytea not null,
  account_hash bytea not null
);
create index sign_in_failures_by_address on sign_in_failures (address_hash, at);
create index sign_in_failures_by_account on sign_in_failures (account_hash, at);

alter table persons enable row level security;
alter table persons force row level security;
alter table mandates enable row level security;
alter table mandates force row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
alter table access_tokens enable row level security;
alter table access_tokens force row level security;
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;

create policy owner on persons to current_user using (true) with check (true);
create policy owner on mandates to current_user using (true) with check (true);
create policy owner on sessions to current_user using (true) with check (true);
create policy owner on access_tokens to current_user using (true) with check (true);
create policy owner on recovery_codes to current_user using (true) with check (true);

create policy read on mandates for select to qualeduc_app using (
  person_id = (select caller_person())
  or organisation_id = any ((select caller_organisations())::uuid[])
  or (select caller_is_operator()));
create policy add on mandates for insert to qualeduc_app with check (
  organisation_id = any ((select caller_organisations())::uuid[]) or (select caller_is_operator()));
create policy change on mandates for update to qualeduc_app using (
  organisation_id = any ((select caller_organisations())::uuid[]) or (select caller_is_operator()));

-- A person is seen by herself and by those with whom she shares, or has shared, an organisation.
create policy read on persons for select to qualeduc_app using (
  id = (select caller_person())
  or exists (select 1 from mandates m where m.person_id = persons.id)
  or (select caller_is_operator()));
create policy add on persons for insert to qualeduc_app with check (true);
create policy change on persons for update to qualeduc_app using (id = (select caller_person()) or (select caller_is_operator()));

create policy own on sessions to qualeduc_app using (person_id = (select caller_person())) with check (person_id = (select caller_person()));
-- Deleting by person reads the column, so it needs both.
create policy seen_by_operator on sessions for select to qualeduc_app using ((select caller_is_operator()));
create policy ended_by_operator on sessions for delete to qualeduc_app using ((select caller_is_operator()));
create policy add on access_tokens for insert to qualeduc_app with check (true);
create policy own on access_tokens for update to qualeduc_app using (person_id = (select caller_person()));
create policy see_own on access_tokens for select to qualeduc_app using (person_id = (select caller_person()));
create policy own on recovery_codes to qualeduc_app using (person_id = (select caller_person())) with check (person_id = (select caller_person()));

-- Before anybody is known, three narrow doors: by session, by address typed at sign-in, by mailed link.
-- Moments are given by the application, whose clock and whose day (Paris) are the ones that people see.
create function open_session(wanted_hash bytea, at timestamptz) returns table (
  session_id uuid, person_id uuid, name text, email text, language text, second_factor_at timestamptz, has_second_factor boolean,
  seen_at timestamptz, mandates json
) language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, p.id, p.name, p.email, p.language, s.second_factor_at, p.totp_confirmed_at is not null, s.seen_at,
    coalesce((
      select json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role, 'kind', o.kind, 'name', o.name) order by o.name, m.role)
      from public.mandates m join public.organisations o on o.id = m.organisation_id
      where m.person_id = p.id and m.valid_from <= (at at time zone 'Europe/Paris')::date
        and (m.valid_to is null or m.valid_to >= (at at time zone 'Europe/Paris')::date)), '[]')
  from public.sessions s join public.persons p on p.id = s.person_id
  where s.token_hash = wanted_hash and s.expires_at > at and p.deactivated_at is null
$$;

create function find_sign_in(wanted_email text) returns table (person_id uuid, password_hash text, deactivated boolean, language text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.password_hash, p.deactivated_at is not null, p.language from public.persons p where lower(p.email) = lower(wanted_email)
$$;

create function find_access_token(wanted_hash bytea, wanted_purpose text, at timestamptz) returns table (person_id uuid, name text, email text, language text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.name, p.email, p.language from public.access_tokens t join public.persons p on p.id = t.person_id
  where t.token_hash = wanted_hash and t.purpose = wanted_purpose and t.used_at is null and t.expires_at > at and p.deactivated_at is null
$$;

grant select, insert, update on persons, mandates to qualeduc_app;
grant select, insert, update, delete on sessions to qualeduc_app;
grant select, insert, update on access_tokens to qualeduc_app;
grant select, insert, update, delete on recovery_codes to qualeduc_app;
grant select, insert, delete on sign_in_failures to qualeduc_app;
revoke execute on function open_session(bytea, timestamptz), find_sign_in(text), find_access_token(bytea, text, timestamptz) from public;
grant execute on function open_session(bytea, timestamptz), find_sign_in(text), find_access_token(bytea, text, timestamptz) to qualeduc_app;
