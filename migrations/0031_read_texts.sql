-- What people wrote is kept as written only until somebody has read it, and thirty days more, so that a judgement may be corrected; then only what is shown.
create or replace function tidy() returns void language sql security definer set search_path = pg_catalog, public as $$
  delete from public.form_submissions where at < now() - interval '7 days';
  delete from public.sessions where expires_at < now();
  delete from public.access_tokens where expires_at < now() - interval '30 days';
  delete from public.sign_in_failures where at < now() - interval '1 day';
  delete from public.mails where sent_at < now() - interval '90 days';
  update public.release_texts set words = coalesce(shown, '') where state <> 'waiting' and read_at < now() - interval '30 days' and words <> coalesce(shown, '');
$$;
