-- Who is in a segment, kept so that it is known who entered and left, when and why, and how large it was.

create table segment_member (
  workspace_id uuid not null,
  segment_id uuid not null,
  customer_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, segment_id, customer_id)
);
comment on table segment_member is 'whom a dynamic segment''s rule held for when it was last looked at';
create index segment_member_by_customer on segment_member (workspace_id, customer_id);

create table segment_event (
  workspace_id uuid not null,
  segment_id uuid not null,
  id bigint generated always as identity,
  customer_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('entered', 'left')),
  reason text not null check (reason in
    ('customerChanged', 'ruleChanged', 'timePassed', 'customerGone', 'picked', 'unpicked')),
  revision integer not null,
  by text,
  primary key (workspace_id, segment_id, id)
);
comment on column segment_event.at is 'when it was noticed';
comment on column segment_event.revision is 'of the segment';
comment on column segment_event.by is 'who picked it; null where nobody did';
create index segment_event_by_customer on segment_event (workspace_id, customer_id, id);

create table segment_size (
  workspace_id uuid not null,
  segment_id uuid not null,
  day date not null,
  revision integer not null,
  size integer not null,
  at timestamptz not null,
  primary key (workspace_id, segment_id, day, revision)
);
comment on table segment_size is 'how large a segment was when it was last looked at on a day, by each of its rules';

create table segment_keeping (
  workspace_id uuid not null,
  segment_id uuid not null,
  revision integer not null,
  rule jsonb not null,
  size integer not null,
  kept_at timestamptz not null,
  all_kept_at timestamptz not null,
  database text not null,
  snapshot text not null,
  primary key (workspace_id, segment_id)
);
comment on table segment_keeping is 'how far the members of a segment have been followed';
comment on column segment_keeping.rule is 'Rule of the domain, as it was then';
comment on column segment_keeping.all_kept_at is 'when every customer was looked at, not only those that had changed';
comment on column segment_keeping.database is 'which database the snapshot is of, and when that was started';
comment on column segment_keeping.snapshot is 'pg_snapshot: which changes have been seen';

-- A yes or no of a person may take it into segments or out of them.
create or replace trigger consent_standing_note_new after insert on consent_standing
  referencing new table as new_rows for each statement execute function note_new_customers();
create or replace trigger consent_standing_note_both after update on consent_standing
  referencing old table as old_rows new table as new_rows for each statement execute function note_both_customers();
create or replace trigger consent_standing_note_old after delete on consent_standing
  referencing old table as old_rows for each statement execute function note_old_customers();

alter table segment_member enable row level security, force row level security;
alter table segment_event enable row level security, force row level security;
alter table segment_size enable row level security, force row level security;
alter table segment_keeping enable row level security, force row level security;
create policy one_workspace on segment_member using (workspace_id = current_workspace());
create policy one_workspace on segment_event using (workspace_id = current_workspace());
create policy one_workspace on segment_size using (workspace_id = current_workspace());
create policy one_workspace on segment_keeping using (workspace_id = current_workspace());
