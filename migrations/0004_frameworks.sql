-- Frameworks are content: loaded from frameworks/, frozen once published. They belong to nobody and everybody may read them.

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
  search tsvector generated always as (to_tsvector('french', translate(lower(code || ' ' || statement || ' ' || help),
    'àâäáãéèêëîïíôöóùûüúçñœæ', 'aaaaaeeeeiiiooouuuucnoa'))) stored,
  primary key (framework_id, code),
  foreign key (framework_id, theme_code) references framework_themes (framework_id, code)
);
create index framework_items_by_theme on framework_items (framework_id, theme_code, position);
create index framework_items_by_search on framework_items using gin (search);

create trigger frozen before update or delete on framework_items for each row execute function refuse_change();
create trigger frozen before update or delete on framework_themes for each row execute function refuse_change();

grant select on frameworks, framework_themes, framework_items to qualeduc_app;
