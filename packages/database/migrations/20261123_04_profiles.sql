-- Profiles: whole immutable revisions, and per locale the revision that readers see.

create table profile (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('idealCustomerProfile', 'persona', 'targetMarket', 'antiProfile')),
  template_key text not null,
  revision integer not null check (revision > 0),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, slug)
);
comment on column profile.revision is 'the newest revision, the draft when it is not the published one';

create table profile_revision (
  workspace_id uuid not null,
  profile_id uuid not null,
  revision integer not null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (workspace_id, profile_id, revision),
  foreign key (workspace_id, profile_id) references profile (workspace_id, id) on delete cascade
);
comment on column profile_revision.content is 'ProfileContent of the domain, translations and traits included';

create table profile_publication (
  workspace_id uuid not null,
  profile_id uuid not null,
  locale text not null check (locale in ('nb', 'sv', 'da', 'en')),
  revision integer not null,
  published_at timestamptz not null,
  primary key (workspace_id, profile_id, locale),
  foreign key (workspace_id, profile_id, revision)
    references profile_revision (workspace_id, profile_id, revision) on delete cascade
);

alter table profile enable row level security, force row level security;
alter table profile_revision enable row level security, force row level security;
alter table profile_publication enable row level security, force row level security;
create policy one_workspace on profile using (workspace_id = current_workspace());
create policy one_workspace on profile_revision using (workspace_id = current_workspace());
create policy one_workspace on profile_publication using (workspace_id = current_workspace());
