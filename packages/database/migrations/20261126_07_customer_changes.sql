-- Which customers changed since a snapshot, so that servers which keep them in columns can follow.
--
-- A customer carries the transaction that wrote it last. What a customer's row cannot tell, that it is gone or that what
-- its metrics are computed from has changed, is noted beside it. Whoever has seen a snapshot asks for what was written by
-- the transactions that were not in it; nothing is missed, in whatever order they commit.

alter table customer add column changed_xid xid8 not null default pg_current_xact_id();
comment on column customer.changed_xid is 'the transaction that wrote it last; one above all of this cluster''s came with a dump';
-- Partial, so that it serves no statement but those about changes: one that names its workspace itself is planned before it
-- has, when every index that begins with the workspace looks as good as the primary key.
create index customer_by_change on customer (workspace_id, changed_xid) where changed_xid is not null;

create function stamp_change() returns trigger language plpgsql as $$
begin
  new.changed_xid := pg_current_xact_id();
  return new;
end $$;

-- An insert has it by default, so that the function is called for updates alone.
create trigger customer_stamp_change before insert or update on customer
  for each row when (new.changed_xid <> pg_current_xact_id()) execute function stamp_change();

create table customer_change (
  workspace_id uuid not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  customer_id uuid not null,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, changed_xid, customer_id)
);
comment on table customer_change is 'customers that are gone, or whose metrics may have changed; swept after a day';

-- For tables with a customer_id: one function for each set of rows that a statement may tell of.
create function note_new_customers() returns trigger language plpgsql as $$
begin
  insert into customer_change (workspace_id, customer_id)
  select distinct workspace_id, customer_id from new_rows where customer_id is not null
  on conflict do nothing;
  return null;
end $$;

create function note_old_customers() returns trigger language plpgsql as $$
begin
  insert into customer_change (workspace_id, customer_id)
  select distinct workspace_id, customer_id from old_rows where customer_id is not null
  on conflict do nothing;
  return null;
end $$;

create function note_both_customers() returns trigger language plpgsql as $$
begin
  insert into customer_change (workspace_id, customer_id)
  select workspace_id, customer_id from new_rows where customer_id is not null
  union
  select workspace_id, customer_id from old_rows where customer_id is not null
  on conflict do nothing;
  return null;
end $$;

create function note_gone_customers() returns trigger language plpgsql as $$
begin
  insert into customer_change (workspace_id, customer_id) select workspace_id, id from old_rows
  on conflict do nothing;
  return null;
end $$;

create trigger customer_note_gone after delete on customer
  referencing old table as old_rows for each statement execute function note_gone_customers();

-- Everything that metrics are computed from: see tellersOf.
do $$
declare
  told text;
begin
  foreach told in array array['deal', 'sales_order', 'customer_cost', 'cost_share', 'referral', 'ticket', 'nps_answer'] loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows
      for each statement execute function note_new_customers()', told || '_note_new', told);
    execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows
      for each statement execute function note_both_customers()', told || '_note_both', told);
    execute format('create trigger %I after delete on %I referencing old table as old_rows
      for each statement execute function note_old_customers()', told || '_note_old', told);
  end loop;
end $$;

-- What a share is of counts by its cost's purpose, month and currency.
create function note_sharing_customers() returns trigger language plpgsql as $$
begin
  insert into customer_change (workspace_id, customer_id)
  select distinct share.workspace_id, share.customer_id
  from new_rows join cost_share as share on share.workspace_id = new_rows.workspace_id and share.cost_id = new_rows.id
  on conflict do nothing;
  return null;
end $$;
create trigger channel_cost_note_sharing after update on channel_cost
  referencing new table as new_rows for each statement execute function note_sharing_customers();

alter table customer_change enable row level security, force row level security;
create policy one_workspace on customer_change using (workspace_id = current_workspace());
