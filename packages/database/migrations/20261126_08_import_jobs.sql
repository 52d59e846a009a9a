-- Imports as jobs: received, read in chunks, each of which moves the position in the transaction that writes its rows.

alter table import no force row level security;

alter table import
  add column state text not null default 'done'
    check (state in ('received', 'checking', 'running', 'joining', 'done', 'failed', 'cancelled')),
  add column dry_run boolean not null default false,
  add column request jsonb not null default '{}',
  add column proposal json,
  add column position integer not null default 0,
  add column counts jsonb not null default '{"inserted": 0, "changed": 0, "unchanged": 0, "rejected": 0}',
  add column remarks json not null default '{"reader": [], "writer": []}',
  add column looks_up boolean not null default false,
  add column joined_to uuid,
  add column problem jsonb,
  add column cancel_requested_at timestamptz,
  add column created_by text not null default 'unknown',
  add column started_at timestamptz,
  add column ended_at timestamptz,
  alter column mapping drop not null,
  alter column report drop not null;
alter table import alter column state set default 'received';
update import set counts = report - array['notes', 'rows'], position = coalesce((report ->> 'rows')::int, 0),
  started_at = created_at, ended_at = created_at;
comment on table import is 'each import, as a job that any server which has its file goes on with';
comment on column import.state is
  'received: waits; checking: the file is looked through; running: rows are written; joining: customers are recognised';
comment on column import.request is 'what was asked for: currency, changes, mapping, sheet';
comment on column import.proposal is
  'what was recognised in the file and proposed: what `recognised` and `proposal` tell; of cells that may hold a NUL';
comment on column import.position is 'rows of the file, below its header, that are dealt with';
comment on column import.remarks is 'the notes so far, as they are gone on with';
comment on column import.looks_up is 'whether rows are looked up: the source knew some of them before, or the file has one twice';
comment on column import.joined_to is 'of joining: the last record whose customer is settled';
comment on column import.problem is '{code, message} of what failed';
comment on column import.report is 'what became of the rows, once it is over';
create index import_by_time on import (workspace_id, created_at desc, id);
create index import_unfinished on import (created_at)
  where state in ('received', 'checking', 'running', 'joining');

create table import_reject (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  cells json not null,
  reason text not null,
  primary key (workspace_id, import_id, line)
);
comment on table import_reject is 'the rows that could not be taken, as they stood, with why';

create table import_seen (
  workspace_id uuid not null,
  import_id uuid not null,
  external_id text collate "C" not null,
  line integer not null,
  digest text not null,
  primary key (workspace_id, import_id, external_id)
);
comment on table import_seen is
  'of an import under way: the rows that were known before, so that one that stands in the file twice is seen';

alter table source_record
  add column import_id uuid,
  add column line integer;
comment on column source_record.import_id is 'the import that first told of it';
comment on column source_record.line is 'where it stood in that file';
-- Companies that were only named are few; those that are told of later are found by them.
create index source_record_by_mention on source_record (workspace_id, name_key) where is_mention;

-- Nobody asks for customers by the whole of these, and to sample them costs more than all the rest.
alter table source_record
  alter column "values" set statistics 0,
  alter column said_since set statistics 0,
  alter column identifiers set statistics 0,
  alter column data set statistics 0;
alter table customer
  alter column attributes set statistics 0,
  alter column provenance set statistics 0;

alter table import_reject enable row level security, force row level security;
alter table import_seen enable row level security, force row level security;
create policy one_workspace on import_reject using (workspace_id = current_workspace());
create policy one_workspace on import_seen using (workspace_id = current_workspace());
create policy across_workspaces on import for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
alter table import force row level security;
