-- Segments: the customers for which a rule holds, by a name that profiles can point at.

create table segment (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  rule jsonb not null,
  revision integer not null check (revision > 0),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (workspace_id, id),
  unique (workspace_id, slug)
);
comment on column segment.name is 'Localized of the domain';
comment on column segment.rule is 'Rule of the domain';

alter table segment enable row level security, force row level security;
create policy one_workspace on segment using (workspace_id = current_workspace());
