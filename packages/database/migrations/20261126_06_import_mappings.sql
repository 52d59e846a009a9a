-- Mappings of imports by a name: how the files of a source are read, chosen by itself where a file has their headers.

create table import_mapping (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 60),
  kind text not null,
  headers text[] not null,
  mapping jsonb not null,
  revision integer not null check (revision > 0),
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
comment on column import_mapping.kind is 'ImportKind of the domain';
comment on column import_mapping.headers is 'of the columns of the mapping, in their order';
comment on column import_mapping.mapping is 'Mapping of the domain';

alter table import_mapping enable row level security, force row level security;
create policy one_workspace on import_mapping using (workspace_id = current_workspace());
