-- Scorecards: immutable revisions, the published one, and what sellers answered.

create table scorecard (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  profile_id uuid,
  revision integer not null check (revision > 0),
  published_revision integer,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, slug),
  foreign key (workspace_id, profile_id) references profile (workspace_id, id) on delete set null (profile_id)
);
comment on column scorecard.profile_id is 'the profile whose fit it measures';

create table scorecard_revision (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  revision integer not null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (workspace_id, scorecard_id, revision),
  foreign key (workspace_id, scorecard_id) references scorecard (workspace_id, id) on delete cascade
);
comment on column scorecard_revision.content is 'Scorecard of the domain';

create table criterion_answer (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  customer_id uuid not null,
  criterion_key text not null,
  points smallint not null check (points between 0 and 2),
  note text not null,
  answered_by text not null,
  answered_at timestamptz not null,
  primary key (workspace_id, scorecard_id, customer_id, criterion_key),
  foreign key (workspace_id, scorecard_id) references scorecard (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_id) references customer (workspace_id, id) on delete cascade
);
create index criterion_answer_by_customer on criterion_answer (workspace_id, customer_id);

alter table scorecard enable row level security, force row level security;
alter table scorecard_revision enable row level security, force row level security;
alter table criterion_answer enable row level security, force row level security;
create policy one_workspace on scorecard using (workspace_id = current_workspace());
create policy one_workspace on scorecard_revision using (workspace_id = current_workspace());
create policy one_workspace on criterion_answer using (workspace_id = current_workspace());
