-- Consents and what follows from them: what personal data may be used for, erasure with its receipts, and how long
-- data about people is kept.

create table purpose (
  workspace_id uuid not null references workspace on delete cascade,
  key text not null check (key ~ '^[a-z][A-Za-z0-9]{0,59}$'),
  name jsonb not null,
  ground text not null check (ground in ('consent', 'legitimateInterest')),
  revision integer not null check (revision > 0),
  archived_at timestamptz,
  primary key (workspace_id, key)
);
comment on table purpose is 'what personal data is used for, where it is not as it comes with the product';
comment on column purpose.name is 'Localized of the domain';

create table purpose_text (
  workspace_id uuid not null,
  purpose text not null,
  version integer not null check (version > 0),
  texts jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (workspace_id, purpose, version),
  foreign key (workspace_id, purpose) references purpose (workspace_id, key) on delete cascade
);
comment on table purpose_text is 'what people are shown when they are asked, each version for good';
comment on column purpose_text.texts is 'Localized of the domain';

create table consent (
  workspace_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  purpose text not null,
  state text not null check (state in ('given', 'denied', 'withdrawn')),
  at timestamptz not null,
  expires_at timestamptz,
  source text not null,
  channel text,
  text_version integer,
  locale text,
  proof text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, id)
);
comment on table consent is 'each yes and no that a person said; never changed, and gone only when the person is erased';
comment on column consent.record_id is 'the record it was told of; it stays when customers are joined or parted';
comment on column consent.at is 'when the person said it; recorded_at is when it was written down here';
create index consent_by_record on consent (workspace_id, record_id);

create table consent_standing (
  workspace_id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  standing text not null check (standing in ('given', 'denied', 'withdrawn', 'expired')),
  since timestamptz not null,
  expires_at timestamptz,
  consent_id uuid not null,
  primary key (workspace_id, customer_id, purpose),
  foreign key (workspace_id, customer_id) references customer (workspace_id, id) on delete cascade
);
comment on table consent_standing is 'what of all a customer''s consents counts now: derived, see standingOf of the domain';
comment on column consent_standing.standing is 'expired once it was acted on; before that expires_at tells';
create index consent_standing_due on consent_standing (workspace_id, expires_at)
  where standing = 'given' and purpose = 'specialCategories' and expires_at is not null;

create table privacy_setting (
  workspace_id uuid not null references workspace on delete cascade,
  salt bytea not null,
  on_return text not null default 'refuse' check (on_return in ('refuse', 'flag')),
  primary key (workspace_id)
);
comment on column privacy_setting.salt is 'what identifiers of erased people are hashed with';
comment on column privacy_setting.on_return is 'what becomes of an erased person that a source tells of again';

create table erasure (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null,
  number integer not null,
  reason text not null check (reason in ('request', 'objection', 'retention', 'mistake')),
  erased_at timestamptz not null,
  erased_by text not null,
  erased jsonb not null,
  consents jsonb not null,
  digest text not null,
  primary key (workspace_id, id),
  unique (workspace_id, number)
);
comment on table erasure is 'the receipt of each person that was erased; nothing in it tells who';
comment on column erasure.erased is 'table to {deleted, anonymised}: numbers of rows';
comment on column erasure.consents is '[{purpose, state, at, textVersion}]: that there was ground for what was done before';
comment on column erasure.digest is 'SHA-256 over this receipt and the digest of the one before it, in lower-case hex';

create table suppression (
  workspace_id uuid not null references workspace on delete cascade,
  hash text not null,
  erasure_id uuid not null,
  primary key (workspace_id, hash, erasure_id),
  foreign key (workspace_id, erasure_id) references erasure (workspace_id, id)
);
comment on table suppression is 'salted hashes of what erased people were known by, so that they are known again';

create table returned_record (
  workspace_id uuid not null,
  record_id uuid not null,
  erasure_id uuid not null,
  returned_at timestamptz not null,
  primary key (workspace_id, record_id, erasure_id)
);
comment on table returned_record is 'records of people that were erased before, where the workspace lets them in with a flag';

create table retention_rule (
  workspace_id uuid not null references workspace on delete cascade,
  id uuid not null,
  name text not null,
  months integer not null check (months between 1 and 600),
  source text,
  kind text check (kind in ('contact', 'consumer')),
  purpose text,
  action text not null check (action in ('report', 'erase')),
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
comment on table retention_rule is 'how long people are kept who do nothing any more';
comment on column retention_rule.source is 'only people that no other source tells of';
comment on column retention_rule.kind is 'contact: of a company; consumer: of none';
comment on column retention_rule.purpose is 'only people whose data may not be used for it';

create table retention_run (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  run_at timestamptz not null,
  run_by text not null,
  found integer not null,
  erased integer not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, rule_id) references retention_rule (workspace_id, id) on delete cascade
);
create index retention_run_of on retention_run (workspace_id, rule_id, run_at);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception '% is never changed, only added to', tg_table_name; end $$;
create trigger consent_is_final before update on consent for each row execute function refuse_change();
create trigger erasure_is_final before update on erasure for each row execute function refuse_change();
create trigger purpose_text_is_final before update on purpose_text for each row execute function refuse_change();

alter table purpose enable row level security, force row level security;
alter table purpose_text enable row level security, force row level security;
alter table consent enable row level security, force row level security;
alter table consent_standing enable row level security, force row level security;
alter table privacy_setting enable row level security, force row level security;
alter table erasure enable row level security, force row level security;
alter table suppression enable row level security, force row level security;
alter table returned_record enable row level security, force row level security;
alter table retention_rule enable row level security, force row level security;
alter table retention_run enable row level security, force row level security;
create policy one_workspace on purpose using (workspace_id = current_workspace());
create policy one_workspace on purpose_text using (workspace_id = current_workspace());
create policy one_workspace on consent using (workspace_id = current_workspace());
create policy one_workspace on consent_standing using (workspace_id = current_workspace());
create policy one_workspace on privacy_setting using (workspace_id = current_workspace());
create policy one_workspace on erasure using (workspace_id = current_workspace());
create policy one_workspace on suppression using (workspace_id = current_workspace());
create policy one_workspace on returned_record using (workspace_id = current_workspace());
create policy one_workspace on retention_rule using (workspace_id = current_workspace());
create policy one_workspace on retention_run using (workspace_id = current_workspace());

-- Most customers are created with nothing that ties them to another: then one call writes those that are created at the
-- same time whole. It leaves out those that something ties, and people while anybody is remembered as erased; they are
-- settled the long way. Creators go side by side, but for those with one identifier.
create function create_customers(workspace uuid, given json) returns setof uuid language plpgsql as $$
declare
  known text;
begin
  perform set_config('profilkort.workspace', workspace::text, true);
  perform pg_advisory_xact_lock_shared(hashtextextended('identity ' || workspace, 0));
  for known in
    select distinct token from json_array_elements(given) as each, json_array_elements_text(each #> '{record,identifiers}') as token
    order by token
  loop
    perform pg_advisory_xact_lock(hashtextextended('token ' || workspace || known, 0));
  end loop;
  return query
  with told as materialized (
    select record.*, each -> 'customer' as made, place
    from json_array_elements(given) with ordinality as told (each, place),
      json_populate_record(null::source_record, each -> 'record') as record),
  -- With `limit` each is looked up in the index; a join would be planned for the few rows there were at first.
  free as materialized (
    select * from told
    where (select 1 from identifier where workspace_id = workspace and token = any(told.identifiers) limit 1) is null
      and not exists (
        select from told as earlier where earlier.place < told.place and earlier.identifiers && told.identifiers)
      and (select 1 from source_record as named where named.workspace_id = workspace and named.kind = 'company'
        and told.kind = 'company' and named.name_key = told.name_key and named.is_mention limit 1) is null
      and not (told.kind = 'person' and exists (select from suppression where workspace_id = workspace))),
  written as (
    insert into source_record (workspace_id, id, kind, source, external_id, customer_id, name, name_key, stage,
      company_record_id, "values", said_at, identifiers, data, digest)
    select workspace, id, kind, source, external_id, id, name, name_key, stage, company_record_id, "values", said_at,
      identifiers, data, digest
    from free
    on conflict (workspace_id, source, kind, external_id) do nothing
    returning source_record.id),
  named as (
    insert into identifier (workspace_id, token, record_id)
    select workspace, unnest(free.identifiers), free.id from free join written using (id)),
  created as (
    insert into customer (workspace_id, id, kind, stage, name, name_key, company_id, company_record_id, attributes, provenance)
    select workspace, free.id, free.kind, coalesce(made ->> 'stage', 'lead'), made ->> 'name', made ->> 'name_key',
      case when free.company_record_id is not null then (select customer_id from source_record as company
        where company.workspace_id = workspace and company.id = free.company_record_id) end,
      free.company_record_id, (made -> 'attributes')::jsonb, (made -> 'provenance')::jsonb
    from free join written using (id)),
  noted as (
    update workspace as own set duplicates_due = true where own.id = workspace and not own.duplicates_due)
  select id from written;
end $$;

-- The worker looks over the wall for consents that have run out.
create policy across_workspaces on consent_standing for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
