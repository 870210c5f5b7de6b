-- Frameworks and crosswalks written in the web: who sent them to be read again, how large a draft may be, and that a published one stays.
alter table framework_drafts
  add column sent_by uuid,
  add column sent_at timestamptz,
  add constraint framework_drafts_size check (octet_length(content::text) <= 3 * 1024 * 1024);
alter table crosswalks
  add column sent_by uuid,
  add column sent_at timestamptz;
create policy frozen on framework_drafts as restrictive for update to qualeduc_app using (state <> 'published') with check (true);
create policy kept on framework_drafts as restrictive for delete to qualeduc_app using (state <> 'published');
