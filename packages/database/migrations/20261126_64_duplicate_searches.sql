-- Duplicates are looked for among those that changed since, and not so often that a large workspace is always at it.

create table duplicate_search (
  workspace_id uuid primary key references workspace on delete cascade,
  database text not null,
  snapshot text not null,
  all_at timestamptz not null,
  rests_until timestamptz not null
);
comment on table duplicate_search is 'which changes of customers duplicates have been looked for among';
comment on column duplicate_search.database is 'which database the snapshot is of, and when that was started';
comment on column duplicate_search.all_at is 'when all customers were last compared';
comment on column duplicate_search.rests_until is 'duplicates are not looked for again before';
alter table duplicate_search enable row level security, force row level security;
create policy one_workspace on duplicate_search using (workspace_id = current_workspace());
