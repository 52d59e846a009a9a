-- Writes that are sent again with the same Idempotency-Key are done once and answered alike.

create table idempotent_request (
  workspace_id uuid not null,
  caller text not null,
  key text not null,
  body_hash text not null,
  started_at timestamptz not null,
  is_committed boolean not null default false,
  status integer,
  answer text,
  primary key (workspace_id, caller, key)
);
comment on table idempotent_request is 'kept for a day';
comment on column idempotent_request.caller is 'the key or member that asks; each has keys of its own';
comment on column idempotent_request.is_committed is 'set in the transaction of the write itself';
comment on column idempotent_request.answer is 'null while it is under way, or where the server died before it could keep it';
create index idempotent_request_by_age on idempotent_request (workspace_id, started_at);
alter table idempotent_request enable row level security, force row level security;
create policy one_workspace on idempotent_request using (workspace_id = current_workspace());
