-- Workspaces and the ways in. A workspace is the wall nothing crosses: every table's key begins with it,
-- and row-level security lets a transaction see only the workspace it has named with
-- set_config('profilkort.workspace', <id>, true).

create function current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('profilkort.workspace', true), '')::uuid;

create table workspace (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  locales text[] not null check (cardinality(locales) > 0),
  created_at timestamptz not null default now()
);
comment on column workspace.currency is 'ISO 4217; what amounts without a currency are in';
comment on column workspace.locales is 'languages content is written in, the source language first; also the fallback chain';

create table api_key (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('publishable', 'secret')),
  name text not null,
  secret_hash text not null,
  origins text[] not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
comment on column api_key.secret_hash is 'SHA-256 of the whole key text, lower-case hex';
comment on column api_key.origins is 'of a publishable key: the origins it answers';

create table sign_in (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('link', 'session')),
  secret_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id)
);
comment on table sign_in is 'one-time sign-in links and the sessions they open';
comment on column sign_in.used_at is 'of a link: when it was used; of a session: when it was signed out';

alter table workspace enable row level security, force row level security;
alter table api_key enable row level security, force row level security;
alter table sign_in enable row level security, force row level security;
create policy one_workspace on workspace using (id = current_workspace());
create policy one_workspace on api_key using (workspace_id = current_workspace());
create policy one_workspace on sign_in using (workspace_id = current_workspace());
