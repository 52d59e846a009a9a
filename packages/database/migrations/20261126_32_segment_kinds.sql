-- Segments of chosen customers beside those of rules, and what segments were before they were changed.

alter table segment add column kind text not null default 'dynamic' check (kind in ('dynamic', 'static'));
comment on column segment.kind is 'dynamic: whom the rule holds for; static: who was picked';
comment on column segment.rule is 'Rule of the domain; of a static segment the one that holds of nobody';

create table segment_pick (
  workspace_id uuid not null,
  segment_id uuid not null,
  record_id uuid not null,
  picked_at timestamptz not null,
  picked_by text not null,
  primary key (workspace_id, segment_id, record_id)
);
comment on table segment_pick is 'who was picked for a static segment';
comment on column segment_pick.record_id is 'a record of the customer; it stays when customers are joined or parted';
create index segment_pick_by_record on segment_pick (workspace_id, record_id);

create table segment_revision (
  workspace_id uuid not null,
  segment_id uuid not null,
  revision integer not null,
  name jsonb not null,
  rule jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (workspace_id, segment_id, revision),
  foreign key (workspace_id, segment_id) references segment (workspace_id, id) on delete cascade
);
comment on table segment_revision is 'every state of a segment; those before this table was there are not known';

alter table segment no force row level security;
insert into segment_revision (workspace_id, segment_id, revision, name, rule, saved_at, saved_by)
select workspace_id, id, revision, name, rule, created_at, created_by from segment;
alter table segment force row level security;

alter table segment_pick enable row level security, force row level security;
alter table segment_revision enable row level security, force row level security;
create policy one_workspace on segment_pick using (workspace_id = current_workspace());
create policy one_workspace on segment_revision using (workspace_id = current_workspace());
