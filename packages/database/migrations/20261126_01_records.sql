-- Records and identity: each source's word is a record of its own, and a customer is made from the records that speak of it.

alter table customer no force row level security;
alter table source_record no force row level security;
alter table identifier no force row level security;
alter table deal no force row level security;
alter table product no force row level security;
alter table criterion_answer no force row level security;

alter table source_record rename to told;
drop index source_record_by_target;
alter table identifier rename to known_by;
alter index identifier_by_customer rename to known_by_customer;

create table record_layout (
  workspace_id uuid not null,
  id uuid not null,
  headers text[] not null,
  primary key (workspace_id, id)
);
comment on table record_layout is 'the headers of files that records came in, kept once for all their rows';
comment on column record_layout.id is 'made from the headers, so that the same headers have the same id';

-- Tables that a file of millions fills have no foreign key to the workspace: row-level security checks each row, and a
-- second look at the same row a million times costs more than writing them.
create table source_record (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('company', 'person')),
  source text not null,
  external_id text collate "C" not null,
  customer_id uuid not null,
  name text,
  name_key text collate "C",
  stage text check (stage in ('lead', 'prospect', 'customer', 'former')),
  company_record_id uuid,
  is_mention boolean not null default false,
  attached_to uuid,
  "values" jsonb not null default '{}',
  said_at timestamptz not null default now(),
  said_since jsonb,
  identifiers text[] not null default '{}',
  data json not null default '{}',
  layout_id uuid,
  digest text,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
comment on table source_record is 'what one source says of one customer';
comment on column source_record.customer_id is 'the customer it speaks of; its first record has the customer''s id';
comment on column source_record.name_key is 'foldName of the domain; by code point, so that a beginning is a range of the index everywhere';
comment on column source_record.company_record_id is 'of a contact: a record of the company it belongs to';
comment on column source_record.is_mention is 'whether others have only named it: deals of a company that no list told of';
comment on column source_record.attached_to is 'of what a person wrote on a customer by hand: the record it was written on';
comment on column source_record."values" is 'attribute key to value: Values of the domain';
comment on column source_record.said_at is 'since when it says what it says, but for the keys in said_since';
comment on column source_record.said_since is 'attribute key to milliseconds; $name, $stage and $company for these';
comment on column source_record.identifiers is 'what it is known by: tokens such as org:NO923609016';
comment on column source_record.data is 'as the source said it, nothing cleaned or left out; with a layout, the cells under its headers';
comment on column source_record.digest is 'of data and how it was read; the same again changes nothing';

insert into source_record (workspace_id, id, kind, source, external_id, customer_id, name, name_key, stage,
  company_record_id, is_mention, "values", said_at, said_since, data, created_at)
select customer.workspace_id,
  case when place = 1 then customer.id else gen_random_uuid() end,
  customer.kind,
  source, external_id, customer.id, customer.name, customer.name_key,
  case when customer.provenance #>> '{stage,source}' = source then customer.stage end,
  customer.company_id,
  data = '{}' and customer.attributes = '{}',
  coalesce((
    select jsonb_object_agg(key, value) from jsonb_each(customer.attributes)
    where coalesce(customer.provenance -> key ->> 'source', '') = source
      or place = 1 and not exists (
        select from told as other where other.workspace_id = customer.workspace_id
          and other.kind in ('company', 'contact') and other.target_id = customer.id::text
          and other.source = customer.provenance -> key ->> 'source')), '{}'),
  changed_at,
  (select jsonb_object_agg(case key when 'name' then '$name' when 'stage' then '$stage' else key end, value -> 'at')
    from jsonb_each(customer.provenance) where value ->> 'source' = source),
  data::json,
  first_seen_at
from customer join lateral (
  select told.source, told.external_id, told.data, told.changed_at, told.first_seen_at,
    row_number() over (order by told.first_seen_at, told.source, told.external_id) as place
  from told where told.workspace_id = customer.workspace_id and told.kind in ('company', 'contact')
    and told.target_id = customer.id::text
  union all
  select coalesce(customer.provenance #>> '{name,source}', 'unknown'), 'customer:' || customer.id, '{}',
    customer.updated_at, customer.created_at, 1
  where not exists (
    select from told where told.workspace_id = customer.workspace_id and told.kind in ('company', 'contact')
      and told.target_id = customer.id::text)
) as record on true;

alter table source_record add unique (workspace_id, source, kind, external_id);
create index source_record_by_customer on source_record (workspace_id, customer_id);
create index source_record_by_name on source_record (workspace_id, kind, name_key);
create index source_record_by_company on source_record (workspace_id, company_record_id)
  where company_record_id is not null;
create index source_record_by_attachment on source_record (workspace_id, attached_to) where attached_to is not null;

create table identifier (
  workspace_id uuid not null,
  token text collate "C" not null,
  record_id uuid not null,
  primary key (workspace_id, token, record_id)
);
comment on table identifier is 'which records are known by an identifier; see source_record.identifiers';

insert into identifier (workspace_id, token, record_id)
select workspace_id, case kind
    when 'organisationNumber' then 'org:' || case length(value) when 9 then 'NO' when 10 then 'SE' when 8 then 'DK' else '' end
    else kind || ':' end || value, customer_id
from known_by;
update source_record as record set identifiers = known.tokens
from (select workspace_id, record_id, array_agg(token order by token) as tokens from identifier group by 1, 2) as known
where record.workspace_id = known.workspace_id and record.id = known.record_id;
drop table known_by;

create table identity_decision (
  workspace_id uuid not null,
  a uuid not null,
  b uuid not null check (a < b),
  verdict text not null check (verdict in ('together', 'apart')),
  change_id uuid,
  primary key (workspace_id, a, b)
);
comment on table identity_decision is 'what a person decided about two records; identifiers decide about all others';
comment on column identity_decision.change_id is 'the change that decided it; null for what was joined before there were records';
create index identity_decision_by_b on identity_decision (workspace_id, b);

insert into identity_decision (workspace_id, a, b, verdict)
select workspace_id, least(id, customer_id), greatest(id, customer_id), 'together'
from source_record where id <> customer_id;

create table identity_change (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('join', 'part', 'dismiss')),
  decisions jsonb not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  primary key (workspace_id, id)
);
comment on table identity_change is 'each join and parting that a person made, so that it can be undone';
comment on column identity_change.decisions is '[{a, b, before, after}]: a verdict or null';

create table survivorship (
  workspace_id uuid not null,
  key text not null,
  strategy text not null check (strategy in ('newest', 'first', 'trusted', 'frequent', 'longest')),
  sources text[] not null default '{}',
  primary key (workspace_id, key)
);
comment on table survivorship is 'whose word counts where sources differ, by attribute; * for all others, $name and $stage for these';

-- Deals and products keep their own rows as they came.
alter table deal add column record_id uuid, add column data json;
comment on column deal.record_id is 'the record of the company it was told of; it stays when customers are joined or parted';
update deal set record_id = customer_id, data = (
  select told.data from told where told.workspace_id = deal.workspace_id and told.kind = 'deal'
    and told.source = deal.source and told.external_id = deal.external_id);
alter table product add column data json;
update product set data = (
  select told.data from told where told.workspace_id = product.workspace_id and told.kind = 'product'
    and told.target_id = product.key limit 1);
drop table told;
create index deal_by_record on deal (workspace_id, record_id);

alter table criterion_answer add column record_id uuid;
update criterion_answer set record_id = customer_id;
alter table criterion_answer
  alter column record_id set not null,
  drop constraint criterion_answer_pkey,
  add primary key (workspace_id, scorecard_id, record_id, criterion_key);
create index criterion_answer_by_record on criterion_answer (workspace_id, record_id);
comment on column criterion_answer.record_id is 'the record it was answered on; it stays when customers are joined or parted';

alter table customer
  drop constraint customer_workspace_id_fkey,
  drop constraint customer_workspace_id_company_id_fkey,
  add column company_record_id uuid;
update customer set company_record_id = company_id where company_id is not null;
drop index customer_by_name;
comment on table customer is 'derived from the source records that speak of it';
comment on column customer.provenance is 'attribute key to {source, at (ms)}; * stands for all keys that are not named';
comment on column customer.company_record_id is 'of a contact: the record of its company that it was told of';

alter table record_layout enable row level security, force row level security;
alter table source_record enable row level security, force row level security;
alter table identifier enable row level security, force row level security;
alter table identity_decision enable row level security, force row level security;
alter table identity_change enable row level security, force row level security;
alter table survivorship enable row level security, force row level security;
create policy one_workspace on record_layout using (workspace_id = current_workspace());
create policy one_workspace on source_record using (workspace_id = current_workspace());
create policy one_workspace on identifier using (workspace_id = current_workspace());
create policy one_workspace on identity_decision using (workspace_id = current_workspace());
create policy one_workspace on identity_change using (workspace_id = current_workspace());
create policy one_workspace on survivorship using (workspace_id = current_workspace());
alter table customer force row level security;
alter table deal force row level security;
alter table product force row level security;
alter table criterion_answer force row level security;

-- Customers that look like one, found in the background, for a person to judge.
create table duplicate_candidate (
  workspace_id uuid not null,
  a uuid not null,
  b uuid not null check (a < b),
  score real not null,
  reasons text[] not null,
  primary key (workspace_id, a, b)
);
comment on table duplicate_candidate is 'pairs of records whose customers look like one when they were last compared';
create index duplicate_candidate_by_score on duplicate_candidate (workspace_id, score desc, a, b);
create index duplicate_candidate_by_b on duplicate_candidate (workspace_id, b);
alter table duplicate_candidate enable row level security, force row level security;
create policy one_workspace on duplicate_candidate using (workspace_id = current_workspace());

alter table workspace add column duplicates_due boolean not null default true, add column duplicates_sought timestamptz;
comment on column workspace.duplicates_due is 'whether something was heard of customers since duplicates were last looked for';
comment on column workspace.duplicates_sought is 'since when somebody looks for duplicates; null while nobody does';
