-- Files whose words nobody has read yet: added before words were, or whose reading was lost. The nightly job works across schools and is
-- told ids only; it then reads each file in the scope of its school.
create function evidence_to_read(media_types text[], most integer) returns table (evidence_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.id, e.organisation_id from public.evidence e
  where e.media_type = any (media_types)
    and not exists (select from public.evidence_texts t where t.evidence_id = e.id and t.revision = e.revision)
  order by e.updated_at desc limit most
$$;
revoke execute on function evidence_to_read(text[], integer) from public;
grant execute on function evidence_to_read(text[], integer) to qualeduc_app;
