-- Servers that need the same month at once: whoever waited sees what the other has made. Only a lock on a table makes
-- PostgreSQL look again; after an advisory lock it still believes that the partition is not there.
create or replace function ensure_month(parent text, month date) returns void
  language plpgsql as $$
declare
  child text := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
begin
  if to_regclass(child) is not null then return; end if;
  execute format('lock table only %I in share update exclusive mode', parent);
  if to_regclass(child) is not null then return; end if;
  execute format('create table %I (like %I including all)', child, parent);
  execute format('alter table %I enable row level security, force row level security', child);
  execute format('create policy one_workspace on %I using (workspace_id = current_workspace())', child);
  execute format('create policy across_workspaces on %I for select using (current_setting(''profilkort.across_workspaces'', true) = ''on'')', child);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child,
    to_char(month, 'YYYY-MM-01 00:00:00+00'), to_char(month + interval '1 month', 'YYYY-MM-01 00:00:00+00'));
end $$;
