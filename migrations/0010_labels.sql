-- Labels, certifications and evaluations that a school follows, and what it says of their items itself.

create table followed_frameworks (
  organisation_id uuid not null references organisations,
  framework_id uuid not null references frameworks,
  state text not null default 'exploring' check (state in ('exploring', 'preparing', 'applied', 'held', 'ended')),
  grade smallint,                                           -- the level aimed at, where the label has levels
  conditions text[] not null default '{}',                  -- questions answered yes
  held_from date,
  held_until date,
  next_step text not null default '',
  next_due_on date,
  shared_at timestamptz,                                    -- coverage shown to the académie and to the school's networks
  previous_id uuid references frameworks,                   -- moved from this version: one can go back until it is confirmed
  added_by uuid not null,
  added_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organisation_id, framework_id)
);
create index followed_frameworks_by_framework on followed_frameworks (framework_id) where shared_at is not null;

-- What the school says of one item, outside a self-evaluation.
create table item_positions (
  organisation_id uuid not null references organisations,
  framework_id uuid not null,
  item_code text not null,
  position text not null check (position in ('held', 'partly', 'not_yet', 'not_applicable')),
  reason text not null default '',
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organisation_id, framework_id, item_code),
  foreign key (framework_id, item_code) references framework_items (framework_id, code)
);

-- An action decided for an item of a framework.
create table action_targets (
  action_id uuid not null,
  organisation_id uuid not null,
  framework_id uuid not null,
  item_code text not null,
  primary key (action_id, framework_id, item_code),
  foreign key (action_id, organisation_id) references actions (id, organisation_id) on delete cascade,
  foreign key (framework_id, item_code) references framework_items (framework_id, code)
);
create index action_targets_by_organisation on action_targets (organisation_id);

do $$
declare t text;
begin
  foreach t in array array['followed_frameworks', 'item_positions', 'action_targets'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    execute format('create policy own on %I to qualeduc_app using (organisation_id = any ((select caller_organisations())::uuid[]))
      with check (organisation_id = any ((select caller_organisations())::uuid[]))', t);
  end loop;
end $$;
-- What a school shares is seen by those who accompany it and by the networks to which it belongs.
create policy shared on followed_frameworks for select to qualeduc_app using (shared_at is not null and (
  ((select caller_has_schools()) and ((select caller_is_national()) or exists (
    select from organisations o where o.id = followed_frameworks.organisation_id and o.authority_id = any ((select caller_authorities())::uuid[]))))
  or exists (select from organisation_links l where l.child_id = followed_frameworks.organisation_id and l.kind = 'member_of'
    and l.parent_id = any ((select caller_organisations())::uuid[]) and (l.valid_to is null or l.valid_to >= current_date))));
grant select, insert, update, delete on followed_frameworks, item_positions, action_targets to qualeduc_app;

/*
 * What the items of some schools rest on, one row an item: its position (1 not yet, 2 partly, 3 held, 4 not applicable, null unknown),
 * proofs that hold today, proofs past their date, and whether an action under way is about it.
 * A position is the latest of what the school says of the item and of what a team agreed on it; on a scale, the fifth nearest each end
 * counts as that end; in words only, what the team concluded (strength, weakness, axis) speaks for it.
 */
create function item_facts(wanted uuid[], today date)
  returns table (organisation_id uuid, framework_id uuid, item_code text, "position" smallint, proofs integer, expired integer, planned boolean)
  language sql stable as $$
  with concluded as (
    select fi.item_id, case when bool_and(f.kind = 'strength') then 3 when bool_and(f.kind = 'weakness') then 1 else 2 end as position
    from finding_items fi join findings f on f.id = fi.finding_id
    where fi.organisation_id = any (wanted) group by fi.item_id),
  said as (
    select e.organisation_id, i.framework_id, i.origin_code as item_code, coalesce(e.closed_at, e.created_at) as at,
      case
        when a.choice = 'unknown' then null
        when a.choice = 'not_applicable' then 4
        when a.choice = 'rated' then (
          select case when share >= 0.8 then 3 when share <= 0.2 then 1 else 2 end
          from (select case when i.scale ->> 'kind' = 'statements' then (a.value - 1)::numeric
            else (select (count(*) filter (where (l ->> 'value')::int < a.value))::numeric / nullif(count(*) - 1, 0)
              from jsonb_array_elements(i.scale -> 'levels') l) end as share) s)
        else c.position
      end as position
    from evaluations e
    join evaluation_items i on i.evaluation_id = e.id
    left join agreements a on a.item_id = i.id
    left join concluded c on c.item_id = i.id
    where e.organisation_id = any (wanted) and e.state in ('agreeing', 'validated') and i.framework_id is not null
    union all
    select p.organisation_id, p.framework_id, p.item_code, p.noted_at,
      case p.position when 'not_yet' then 1 when 'partly' then 2 when 'held' then 3 else 4 end
    from item_positions p where p.organisation_id = any (wanted)),
  -- A proof joined to an item twice, beside it and in a self-evaluation, is one proof.
  supports as (
    select organisation_id, framework_id, item_code, evidence_id from evidence_supports where organisation_id = any (wanted)
    union all
    select distinct l.organisation_id, i.framework_id, i.origin_code, l.evidence_id
    from evidence_links l join evaluation_items i on i.id = l.item_id
    where l.organisation_id = any (wanted) and i.framework_id is not null and not exists (
      select from evidence_supports s where s.evidence_id = l.evidence_id and s.framework_id = i.framework_id and s.item_code = i.origin_code)),
  -- The latest position of each item: its moment in microseconds and the position itself in one number, so that the largest is the latest.
  heard as (
    select organisation_id, framework_id, item_code, (extract(epoch from at) * 1000000)::bigint * 8 + position as latest, 0 as proof, 0 as old, false as planned
    from said where position is not null
    union all
    select s.organisation_id, s.framework_id, s.item_code, null, (v.valid_until is null or v.valid_until >= today)::int, (v.valid_until < today)::int, false
    from supports s join evidence v on v.id = s.evidence_id and v.organisation_id = any (wanted)
    union all
    select t.organisation_id, t.framework_id, t.item_code, null, 0, 0, true
    from action_targets t join actions a on a.id = t.action_id
    where t.organisation_id = any (wanted) and a.state in ('planned', 'under_way')
    union all
    select a.organisation_id, i.framework_id, i.origin_code, null, 0, 0, true
    from actions a join finding_items fi on fi.finding_id = a.finding_id join evaluation_items i on i.id = fi.item_id
    where a.organisation_id = any (wanted) and a.state in ('planned', 'under_way') and i.framework_id is not null)
  select organisation_id, framework_id, item_code, (max(latest) & 7)::smallint, sum(proof)::integer, coalesce(sum(old), 0)::integer, bool_or(planned)
  from heard group by organisation_id, framework_id, item_code
$$;

-- Of these organisations, those that the caller may know so much of: her own, and those that share a framework with her.
create function organisations_seen(wanted uuid[], today date) returns uuid[] language sql stable as $$
  select array(
    select w from unnest(wanted) w where w = any (public.caller_organisations()) or exists (
      select from public.followed_frameworks f join public.organisations o on o.id = f.organisation_id
      where f.organisation_id = w and f.shared_at is not null and (public.caller_is_national() or o.authority_id = any (public.caller_authorities())
        or exists (select from public.organisation_links l where l.child_id = w and l.kind = 'member_of'
          and l.parent_id = any (public.caller_organisations()) and (l.valid_to is null or l.valid_to >= today)))))
$$;

-- The facts of the organisations that the caller may see: states of items, never a text or a name. With the owner's rights, so that a proof
-- kept for those who lead counts in everybody's table without being seen.
create function visible_item_facts(wanted uuid[], today date)
  returns table (organisation_id uuid, framework_id uuid, item_code text, "position" smallint, proofs integer, expired integer, planned boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  seen uuid[] := public.organisations_seen(wanted, today);
begin
  return query select * from public.item_facts(seen, today);
end $$;

-- The same for many organisations at once, one short text for each: items by their place in the list given, times 32, plus the position, plus
-- 8 for a proof that holds, plus 16 for an action under way.
create function visible_item_seeds(wanted uuid[], frameworks uuid[], codes text[], today date) returns table (organisation_id uuid, seeds text)
  language plpgsql stable security definer set search_path = pg_catalog, public set work_mem = '64MB' set enable_mergejoin = off as $$
declare
  seen uuid[] := public.organisations_seen(wanted, today);
begin
  return query
    select f.organisation_id, string_agg(
      ((i.place - 1) * 32 + coalesce(f.position, 0) + case when f.proofs > 0 then 8 else 0 end + case when f.planned then 16 else 0 end)::text, ',')
    from public.item_facts(seen, today) f
    join unnest(frameworks, codes) with ordinality i (framework_id, code, place) on i.framework_id = f.framework_id and i.code = f.item_code
    group by f.organisation_id;
end $$;
revoke execute on function item_facts(uuid[], date), organisations_seen(uuid[], date), visible_item_facts(uuid[], date),
  visible_item_seeds(uuid[], uuid[], text[], date) from public;
grant execute on function visible_item_facts(uuid[], date), visible_item_seeds(uuid[], uuid[], text[], date) to qualeduc_app;
