-- What left of segments: who took it, when, for which purpose, and how many were left out and why.

create table segment_export (
  workspace_id uuid not null,
  id uuid not null,
  segment_id uuid not null,
  segment_name text not null,
  revision integer not null,
  purpose text not null,
  format text not null check (format in ('csv', 'meta', 'google', 'linkedin')),
  leaving integer not null,
  left_out jsonb not null,
  exported_at timestamptz not null,
  exported_by text not null,
  primary key (workspace_id, id)
);
comment on table segment_export is 'written before anything leaves; stays when the segment is deleted';
comment on column segment_export.left_out is 'reason to how many: LeftOut of the domain';
create index segment_export_by_time on segment_export (workspace_id, exported_at, id);
create trigger segment_export_is_final before update on segment_export for each row execute function refuse_change();

alter table segment_export enable row level security, force row level security;
create policy one_workspace on segment_export using (workspace_id = current_workspace());
