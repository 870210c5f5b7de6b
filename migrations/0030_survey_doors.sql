-- Why a door is shut, so that who stands at it reads a true sentence; and ten minutes of grace after a session.

-- `shut`: early (the survey is not open yet), ending (the session has just ended: pages already open are still taken, see below), ended (the session is
-- over, the survey goes on), over (the survey is). `over` stays for a process of the version before, which runs beside this one during an upgrade.
drop function find_survey_doors(bytea[]);
create function find_survey_doors(digests bytea[])
  returns table (place bigint, kind text, survey_id uuid, part_id uuid, school_id uuid, groups jsonb, used boolean, over boolean, shut text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select g.place, coalesce(d.kind, 'personal'), s.id, coalesce(i.part_id, d.part_id), coalesce(i.school_id, d.school_id), coalesce(i.groups, d.groups),
    coalesce(i.used, d.seats is not null and d.used >= d.seats), s.state <> 'open' or d.open_until < now(),
    case
      when s.state in ('draft', 'offered') then 'early'
      when s.state <> 'open' then 'over'
      when d.open_until < now() - interval '10 minutes' then 'ended'
      when d.open_until < now() then 'ending' end
  from unnest(digests) with ordinality g (digest, place)
  left join public.survey_invitations i on i.digest = g.digest
  left join public.survey_doors d on d.digest = g.digest
  join public.surveys s on s.id = coalesce(i.survey_id, d.survey_id)
$$;
revoke execute on function find_survey_doors(bytea[]) from public;
grant execute on function find_survey_doors(bytea[]) to qualeduc_app;

-- As in migration 0018, but for ten minutes after a session has ended, by itself or by hand, it takes what was being written: its seats hold all the same.
create or replace function accept_ballots(given_surveys uuid[], digests bytea[], tickets bytea[], sealed bytea[])
  returns table (place bigint, outcome text)
  language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  one uuid;
begin
  for one in select distinct s from unnest(given_surveys) s order by s loop
    perform pg_advisory_xact_lock_shared(hashtextextended(one::text, 18));
  end loop;
  perform from public.survey_doors d where d.digest = any (digests) and d.seats is not null order by d.id for update;
  return query
  with given as materialized (
    select g.place, g.survey, g.digest, g.ticket, g.ballot
    from unnest(given_surveys, digests, tickets, sealed) with ordinality g (survey, digest, ticket, ballot, place)
    join public.surveys s on s.id = g.survey and s.state = 'open'),
  personal as (
    update public.survey_invitations i set used = true from given g
    where i.digest = g.digest and i.survey_id = g.survey and not i.used
    returning g.place),
  -- The same page sent twice at once is one.
  pages as (
    select distinct on (g.ticket) g.place, g.survey, g.ticket, d.id as door, d.seats, d.used
    from given g join public.survey_doors d on d.digest = g.digest and d.survey_id = g.survey
    where (d.open_until is null or d.open_until >= now() - interval '10 minutes')
      and not exists (select from public.survey_tickets t where t.digest = g.ticket)
    order by g.ticket, g.place),
  ranked as (select p.*, row_number() over (partition by p.door order by p.place) as rank from pages p),
  tickets as (
    insert into public.survey_tickets (digest, survey_id)
    select r.ticket, r.survey from ranked r where r.seats is null or r.used + r.rank <= r.seats
    on conflict do nothing
    returning digest),
  through as (
    select r.place, r.door from ranked r join tickets t on t.digest = r.ticket),
  seats as (
    update public.survey_doors d set used = d.used + c.n from (select door, count(*)::integer as n from through group by door) c where d.id = c.door
    returning d.id),
  taken as (select place from personal union all select place from through),
  boxed as (
    insert into public.ballot_box (survey_id, sealed) select g.survey, g.ballot from taken t join given g using (place)
    returning 1)
  select g.place, case
      when t.place is not null then 'taken'
      when exists (select from public.survey_invitations i where i.digest = g.digest and i.used)
        or exists (select from public.survey_tickets k where k.digest = g.ticket)
        or exists (select from taken w join given v using (place) where v.digest = g.digest and v.ticket is not distinct from g.ticket) then 'before'
      when exists (select from public.survey_doors d where d.digest = g.digest and d.seats is not null and d.used >= d.seats) then 'full'
      else 'closed' end
  from unnest(digests, tickets) with ordinality g (digest, ticket, place) left join taken t using (place);
end $$;
