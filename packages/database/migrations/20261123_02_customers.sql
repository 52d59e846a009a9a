-- The catalogue of attributes, customers, and what each source said of them.

create table attribute (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null,
  subject text not null check (subject in ('company', 'person')),
  definition jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);
comment on column attribute.definition is 'type, category, label, unit, options, sensitive: Attribute of the domain';

create table customer (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('company', 'person')),
  stage text not null check (stage in ('lead', 'prospect', 'customer', 'former')),
  name text not null,
  name_key text not null,
  company_id uuid,
  attributes jsonb not null default '{}',
  provenance jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, company_id) references customer (workspace_id, id) on delete set null (company_id)
);
comment on column customer.name_key is 'the name folded for comparison: case, accents of spelling and blanks apart';
comment on column customer.company_id is 'of a contact: the company it belongs to';
comment on column customer.attributes is 'attribute key to value: Values of the domain';
comment on column customer.provenance is 'attribute key to {source, at (ms)}: where the value came from and when';

create index customer_by_name on customer (workspace_id, kind, name_key);
create index customer_by_company on customer (workspace_id, company_id) where company_id is not null;

create table identifier (
  workspace_id uuid not null,
  kind text not null check (kind in ('organisationNumber', 'domain', 'email')),
  value text not null,
  customer_id uuid not null,
  primary key (workspace_id, kind, value),
  foreign key (workspace_id, customer_id) references customer (workspace_id, id) on delete cascade
);
comment on table identifier is 'what a customer is known by in every source; values are normalised';
create index identifier_by_customer on identifier (workspace_id, customer_id);

create table source_record (
  workspace_id uuid not null references workspace on delete cascade,
  source text not null,
  kind text not null check (kind in ('company', 'contact', 'deal', 'product')),
  external_id text not null,
  data jsonb not null,
  target_id text not null,
  first_seen_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (workspace_id, source, kind, external_id)
);
comment on table source_record is 'what a source said, as it said it: header to cell, nothing cleaned or left out';
comment on column source_record.target_id is 'what it became: the id of a customer or deal, the key of a product';

create table import (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null default gen_random_uuid(),
  source text not null,
  kind text not null,
  file_name text not null,
  file_hash text not null,
  mapping jsonb not null,
  report jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
comment on table import is 'each import that was carried out, with what it did';

alter table attribute enable row level security, force row level security;
alter table customer enable row level security, force row level security;
alter table identifier enable row level security, force row level security;
alter table source_record enable row level security, force row level security;
alter table import enable row level security, force row level security;
create policy one_workspace on attribute using (workspace_id = current_workspace());
create policy one_workspace on customer using (workspace_id = current_workspace());
create policy one_workspace on identifier using (workspace_id = current_workspace());
create policy one_workspace on source_record using (workspace_id = current_workspace());
create policy one_workspace on import using (workspace_id = current_workspace());
