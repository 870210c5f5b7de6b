-- Once a day, what has served and is worth nothing any more: used form keys, ended sessions, old links and failed sign-ins, texts of sent mails.
create function tidy() returns void language sql security definer set search_path = pg_catalog, public as $$
  delete from public.form_submissions where at < now() - interval '7 days';
  delete from public.sessions where expires_at < now();
  delete from public.access_tokens where expires_at < now() - interval '30 days';
  delete from public.sign_in_failures where at < now() - interval '1 day';
  delete from public.mails where sent_at < now() - interval '90 days';
$$;
revoke execute on function tidy() from public;
grant execute on function tidy() to qualeduc_app;
