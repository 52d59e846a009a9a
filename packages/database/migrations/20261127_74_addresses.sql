-- E-mails that were kept as a link or with a dot at the end are what they would be now: the address alone. Those in
-- Punycode stay, as SQL does not read it; the program reads them so (old-forms.ts of the domain).

alter table identifier no force row level security;
alter table source_record no force row level security;

create function pg_temp.today(token text) returns text language sql immutable as $$
  select case when token ~ '^email:' and address ~ '^email:[^\s@]{1,64}@[^\s@]+\.[^\s@]+$' then address else token end
  from regexp_replace(regexp_replace(token, '^email:mailto:\s*([^?]*).*$', 'email:\1'), '\.+$', '') as address
$$;

with old as (
  delete from identifier where (token like 'email:mailto:%' or token like 'email:%.') and token <> pg_temp.today(token) returning *),
added as (
  insert into identifier (workspace_id, token, record_id)
  select distinct workspace_id, pg_temp.today(token), record_id from old on conflict do nothing)
update source_record as record set identifiers = array(
  select distinct pg_temp.today(each) collate "C" as token from unnest(identifiers) as each order by token)
from (select distinct workspace_id, record_id from old) as known
where record.workspace_id = known.workspace_id and record.id = known.record_id;

drop function pg_temp.today(text);

alter table identifier force row level security;
alter table source_record force row level security;
