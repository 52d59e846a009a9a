-- Pictures, known by the SHA-256 of what is kept, and their files, where these are kept here.

create table picture (
  workspace_id uuid not null references workspace on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  colour text not null,
  focal_x smallint not null default 50 check (focal_x between 0 and 100),
  focal_y smallint not null default 50 check (focal_y between 0 and 100),
  created_at timestamptz not null,
  created_by text not null,
  primary key (workspace_id, hash)
);
comment on column picture.colour is 'the dominant one, #rrggbb: what is shown while the picture loads';
create index picture_by_time on picture (workspace_id, created_at, hash);

create table picture_file (
  workspace_id uuid not null,
  hash text not null,
  variant text not null,
  content bytea not null,
  primary key (workspace_id, hash, variant),
  foreign key (workspace_id, hash) references picture (workspace_id, hash) on delete cascade
);
alter table picture_file alter column content set storage external;

alter table picture enable row level security, force row level security;
alter table picture_file enable row level security, force row level security;
create policy one_workspace on picture using (workspace_id = current_workspace());
create policy one_workspace on picture_file using (workspace_id = current_workspace());
