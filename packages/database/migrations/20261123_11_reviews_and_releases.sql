-- What is asked for before a revision is published, and what is published together, now or at a time.

create table profile_review (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  profile_id uuid not null,
  revision integer not null,
  state text not null check (state in ('requested', 'approved', 'rejected', 'withdrawn')),
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, profile_id, revision)
    references profile_revision (workspace_id, profile_id, revision) on delete cascade
);
create index profile_review_of on profile_review (workspace_id, profile_id, revision);
create unique index profile_review_open on profile_review (workspace_id, profile_id) where state = 'requested';

create table review_comment (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  text text not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, review_id) references profile_review (workspace_id, id) on delete cascade
);
create index review_comment_of on review_comment (workspace_id, review_id, written_at);

create table release (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null,
  state text not null check (state in ('planned', 'published', 'failed', 'cancelled')),
  at timestamptz,
  zone text,
  created_by text not null,
  created_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  failure jsonb,
  primary key (workspace_id, id)
);
comment on column release.at is 'when it is to be published; null for by hand';
comment on column release.zone is 'the zone its time was given in, for showing it again';
comment on column release.failure is 'of a failed one: the problems that stood in the way';
create index release_due on release (at) where state = 'planned';
create index release_by_time on release (workspace_id, created_at, id);

create table release_item (
  workspace_id uuid not null,
  release_id uuid not null,
  profile_id uuid not null,
  position smallint not null,
  action text not null check (action in ('publish', 'unpublish')),
  revision integer,
  locales text[],
  primary key (workspace_id, release_id, profile_id),
  foreign key (workspace_id, release_id) references release (workspace_id, id) on delete cascade,
  foreign key (workspace_id, profile_id) references profile (workspace_id, id) on delete cascade,
  check ((action = 'publish') = (revision is not null))
);
comment on column release_item.revision is 'what is published, pinned when the release was planned';
comment on column release_item.locales is 'null for all the revision is written in, or all that are published';
create index release_item_of_profile on release_item (workspace_id, profile_id);

alter table profile_review enable row level security, force row level security;
alter table review_comment enable row level security, force row level security;
alter table release enable row level security, force row level security;
alter table release_item enable row level security, force row level security;
create policy one_workspace on profile_review using (workspace_id = current_workspace());
create policy one_workspace on review_comment using (workspace_id = current_workspace());
create policy one_workspace on release using (workspace_id = current_workspace());
create policy one_workspace on release_item using (workspace_id = current_workspace());

-- The worker looks over the wall for what is due, and for whom; it changes things inside one workspace only.
create policy across_workspaces on release for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
create policy across_workspaces on workspace for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
