-- Templates that a workspace made: immutable revisions and an archive. The built-in ones are part of the program.

create table template (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null check (key ~ '^[a-z][A-Za-z0-9]{0,59}$'),
  revision integer not null check (revision > 0),
  content jsonb not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (workspace_id, key)
);
comment on column template.content is 'Template of the domain, as its newest revision has it';

create table template_revision (
  workspace_id uuid not null,
  template_key text not null,
  revision integer not null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (workspace_id, template_key, revision),
  foreign key (workspace_id, template_key) references template (workspace_id, key) on delete cascade
);

create index profile_by_template on profile (workspace_id, template_key);

alter table template enable row level security, force row level security;
alter table template_revision enable row level security, force row level security;
create policy one_workspace on template using (workspace_id = current_workspace());
create policy one_workspace on template_revision using (workspace_id = current_workspace());
