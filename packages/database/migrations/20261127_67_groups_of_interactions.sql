-- What was done for a company before there was a record of it becomes that company's.

alter table interaction add column group_id text;
comment on column interaction.group_id is 'what the source called the company it was done for, while there is no record of that company';

create index interaction_by_group on interaction (workspace_id, source, group_id)
  where company_record_id is null and group_id is not null;
