-- Members with roles, keys with scopes, and documents that a workspace trusts in pages.

create table member (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text,
  role text not null check (role in ('owner', 'admin', 'editor', 'translator', 'analyst', 'seller', 'viewer')),
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (workspace_id, id)
);
comment on table member is 'the people of a workspace; one that was removed stays, for the histories that name it';
comment on column member.email is 'in lower case';
create unique index member_by_email on member (workspace_id, email) where removed_at is null;

create table trusted_document (
  workspace_id uuid not null references workspace on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  text text not null,
  name text not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (workspace_id, hash)
);
comment on table trusted_document is 'the operations that keys in a browser may run, besides those that ship with the product';
comment on column trusted_document.hash is 'SHA-256 of the text, lower-case hex';

alter table sign_in add column member_id uuid,
  add foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade;
create index sign_in_by_member on sign_in (workspace_id, member_id);

-- Keys made before there were scopes could do everything, and go on doing so.
alter table api_key
  add column scopes text[] not null default '{}',
  add column locales text[] not null default '{}',
  add column last_used_at timestamptz,
  add column replaced_by uuid,
  add column created_by text not null default '',
  add foreign key (workspace_id, replaced_by) references api_key (workspace_id, id);
comment on column api_key.scopes is 'of a secret key: what it may be used for';
comment on column api_key.locales is 'the languages it answers in pages; none for all of the workspace';
comment on column api_key.last_used_at is 'written at most once a minute';
comment on column api_key.replaced_by is 'the key it was rotated to; it ends when their overlap does';

-- Whoever is signed in already is an owner. The walls are lowered to reach every workspace, and raised again.
alter table workspace no force row level security;
alter table sign_in no force row level security;
alter table api_key no force row level security;
insert into member (workspace_id, name, role)
  select distinct workspace_id, 'Owner', 'owner' from sign_in;
update sign_in set member_id = member.id from member where member.workspace_id = sign_in.workspace_id;
update api_key set scopes = '{content:read,content:write,content:publish,customers:read,customers:write,scorecards:read,scorecards:write,insight:read,admin}'
  where kind = 'secret';
alter table workspace force row level security;
alter table sign_in force row level security;
alter table api_key force row level security;

alter table sign_in alter column member_id set not null;

alter table member enable row level security, force row level security;
alter table trusted_document enable row level security, force row level security;
create policy one_workspace on member using (workspace_id = current_workspace());
create policy one_workspace on trusted_document using (workspace_id = current_workspace());

-- Every server forgets what it knew of a key, a member or a session that changed. A new one nobody knew yet.
create trigger api_key_changed after delete or update of kind, name, secret_hash, origins, scopes, locales, expires_at, revoked_at
  on api_key for each row execute function notify_workspace_changed();
create trigger member_changed after update or delete on member
  for each row execute function notify_workspace_changed();
create trigger sign_in_changed after update or delete on sign_in
  for each row execute function notify_workspace_changed();
create trigger trusted_document_changed after delete on trusted_document
  for each row execute function notify_workspace_changed();
