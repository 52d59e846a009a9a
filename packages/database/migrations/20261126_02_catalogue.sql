-- The catalogue of attributes: revisions, an archive, who changed what, and the values that were before.

alter table attribute
  add column revision integer not null default 1 check (revision > 0),
  add column archived_at timestamptz,
  drop constraint attribute_subject_check,
  add constraint attribute_subject_check check (subject in ('company', 'person', 'either'));
comment on column attribute.definition is 'type, category, label, unit, options, list, sensitive, order: Attribute of the domain';
comment on column attribute.revision is '1 as long as it is as the product or an import made it';

create table attribute_change (
  workspace_id uuid not null,
  id uuid not null,
  attribute_key text not null,
  revision integer not null,
  kind text not null check (kind in ('created', 'updated', 'archived', 'unarchived', 'migrated')),
  before jsonb,
  after jsonb not null,
  migration jsonb,
  records integer,
  customers integer,
  lost integer,
  rewritten jsonb,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, attribute_key, revision),
  foreign key (workspace_id, attribute_key) references attribute (workspace_id, key) on update cascade on delete cascade
);
comment on table attribute_change is 'what was done to attributes by whom: their history, and what an undo needs beside former_value';
comment on column attribute_change.before is 'Attribute of the domain; null where it is new';
comment on column attribute_change.migration is 'Migration of the domain; null where no values were changed';
comment on column attribute_change.records is 'how many source records were rewritten';
comment on column attribute_change.lost is 'how many of their values could not be kept; see former_value';
comment on column attribute_change.rewritten is 'what had its rules rewritten: [{kind, id, name}]';

-- With its record a value goes, too: when a person is erased, nothing of it stays here.
create table former_value (
  workspace_id uuid not null,
  record_id uuid not null,
  change_id uuid not null,
  value jsonb not null,
  is_lost boolean not null,
  primary key (workspace_id, record_id, change_id),
  foreign key (workspace_id, record_id) references source_record (workspace_id, id) on delete cascade
);
comment on table former_value is 'what a record said before a migration of an attribute changed it';
comment on column former_value.is_lost is 'whether the record says nothing instead: the value could not be read as the new type';
create index former_value_lost on former_value (workspace_id, change_id, record_id) where is_lost;

alter table attribute_change enable row level security, force row level security;
alter table former_value enable row level security, force row level security;
create policy one_workspace on attribute_change using (workspace_id = current_workspace());
create policy one_workspace on former_value using (workspace_id = current_workspace());
