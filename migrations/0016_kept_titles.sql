-- A proof lives on after the evaluation that used it is validated: it may be renamed, corrected, revised. The evaluation keeps what the proof
-- was called and which revision it was on that day; the revisions themselves are never removed.
alter table evidence_links
  add column kept_title text,
  add column kept_revision integer;

create function keep_proofs() returns trigger language plpgsql as $$
begin
  update evidence_links l set kept_title = v.title, kept_revision = v.revision
    from evidence v where l.evaluation_id = new.id and v.id = l.evidence_id;
  return new;
end $$;
-- Before the state changes: once it has, nothing of the evaluation can be written any more. By its name it comes before « validated ».
create trigger keep_proofs before update on evaluations
  for each row when (old.state <> 'validated' and new.state = 'validated') execute function keep_proofs();
