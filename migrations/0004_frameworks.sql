-- Frameworks are content: loaded from frameworks/, frozen once published. They belong to nobody and everybody may read them.

-- Text as it is searched: without case, accents, ligatures, curly apostrophes or spaces that do not break, whatever the database's locale.
create function fold_words(words text) returns text language sql immutable strict parallel safe
  return translate(replace(replace(replace(replace(lower(words), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
    'àâäáãéèêëîïíôöóùûüúçñÀÂÄÁÃÉÈÊËÎÏÍÔÖÓÙÛÜÚÇÑ’' || U&'\00A0\202F',
    'aaaaaeeeeiiiooouuuucnaaaaaeeeeiiiooouuuucn''  ');

create table frameworks (
  id uuid primary key,
  framework text not null,
  version text not null,
  locale text not null,
  title text not null,
  short_title text not null,
  source jsonb not null,
  licence text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  unconfirmed_note text,
  notes text,
  blank boolean not null default false,
  valid_from date,
  valid_to date,
  scale jsonb not null,
  content_sha256 text not null,
  published_at timestamptz not null default now(),
  unique (framework, version)
);

create table framework_themes (
  framework_id uuid not null references frameworks,
  code text not null,
  position integer not null,
  title text not null,
  purpose text not null,
  keywords text[] not null default '{}',
  status text not null check (status in ('confirmed', 'unconfirmed')),
  unconfirmed_note text,
  primary key (framework_id, code)
);

create table framework_items (
  framework_id uuid not null,
  code text not null,
  theme_code text not null,
  position integer not null,
  phase text check (phase in ('plan', 'do', 'check', 'act')),
  statement text not null,
  help text not null default '',
  contrast_low text,
  contrast_high text,
  audiences text[] not null default '{}',
  evidence text[] not null default '{}',
  indicators text[] not null default '{}',
  search tsvector generated always as (to_tsvector('french', fold_words(code || ' ' || statement || ' ' || help))) stored,
  primary key (framework_id, code),
  foreign key (framework_id, theme_code) references framework_themes (framework_id, code)
);
create index framework_items_by_theme on framework_items (framework_id, theme_code, position);
create index framework_items_by_search on framework_items using gin (search);

-- A version is published whole, in one transaction; after it nothing of it changes, and nothing is added.
create function refuse_addition() returns trigger language plpgsql as $$
begin
  if exists (select from frameworks where id = new.framework_id and published_at < now()) then
    raise exception 'this version of the framework is published: % takes no addition', tg_table_name;
  end if;
  return new;
end $$;

create trigger frozen before update or delete on frameworks for each row execute function refuse_change();
create trigger frozen before update or delete on framework_themes for each row execute function refuse_change();
create trigger frozen before update or delete on framework_items for each row execute function refuse_change();
create trigger complete before insert on framework_themes for each row execute function refuse_addition();
create trigger complete before insert on framework_items for each row execute function refuse_addition();

grant select on frameworks, framework_themes, framework_items to qualeduc_app;
