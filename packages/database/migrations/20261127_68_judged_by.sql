-- Customers are created by the attributes as they are: where one was changed since the values were judged by it, none is
-- created, and they are judged anew.
drop function create_customers(uuid, json);

create function create_customers(workspace uuid, given json, judged_by json) returns setof uuid language plpgsql as $$
declare
  known text;
begin
  perform set_config('profilkort.workspace', workspace::text, true);
  -- Whoever changes an attribute with its values waits for us, and we for them.
  perform pg_advisory_xact_lock_shared(hashtextextended('catalogue ' || workspace, 0));
  if exists (
    select from json_to_recordset(judged_by) as judged(key text, revision integer)
    left join attribute as now on now.workspace_id = workspace and now.key = judged.key and now.archived_at is null
    where now.revision is distinct from judged.revision)
  then return;
  end if;
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
