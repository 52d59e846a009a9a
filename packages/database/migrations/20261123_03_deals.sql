-- Products and deals: the records behind won value, win rate and tenure.

create table product (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null,
  name text not null,
  series text,
  list_price numeric,
  currency text check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, key)
);
comment on column product.key is 'the name without case, blanks and signs, so that GTXPro and GTX Pro are one product';

create table deal (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  customer_id uuid,
  product_key text,
  owner text,
  stage text not null,
  status text not null check (status in ('open', 'won', 'lost')),
  opened_on date,
  closed_on date,
  value numeric,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id),
  foreign key (workspace_id, customer_id) references customer (workspace_id, id),
  foreign key (workspace_id, product_key) references product (workspace_id, key)
);
comment on column deal.customer_id is 'null while nobody knows whose deal it is';
comment on column deal.stage is 'the stage by the source''s own name; status is what it means';
comment on column deal.value is 'what was won; null while open or lost';

create index deal_by_customer on deal (workspace_id, customer_id) include (status, closed_on, value);

alter table product enable row level security, force row level security;
alter table deal enable row level security, force row level security;
create policy one_workspace on product using (workspace_id = current_workspace());
create policy one_workspace on deal using (workspace_id = current_workspace());
