-- A scorecard's history: what was restored and published, by whom and why; and its archive.

alter table scorecard add column archived_at timestamptz;

alter table scorecard_revision add column restored_from integer;
comment on column scorecard_revision.restored_from is 'the revision whose content was taken back';

create table scorecard_publication (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  number integer not null check (number > 0),
  revision integer not null,
  note text not null,
  published_at timestamptz not null,
  published_by text,
  primary key (workspace_id, scorecard_id, number),
  foreign key (workspace_id, scorecard_id, revision)
    references scorecard_revision (workspace_id, scorecard_id, revision) on delete cascade
);
comment on table scorecard_publication is 'each time a revision was made the one that scores';
comment on column scorecard_publication.published_by is 'null of what was published before this was kept';

alter table scorecard_publication enable row level security, force row level security;
create policy one_workspace on scorecard_publication using (workspace_id = current_workspace());

alter table scorecard no force row level security;
alter table scorecard_publication no force row level security;
insert into scorecard_publication (workspace_id, scorecard_id, number, revision, note, published_at)
select workspace_id, id, 1, published_revision, '', published_at from scorecard
where published_revision is not null and published_at is not null;
alter table scorecard force row level security;
alter table scorecard_publication force row level security;
