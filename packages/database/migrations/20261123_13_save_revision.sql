-- A draft is saved in one round trip: the statement names its workspace itself, and saves on top of the revision that
-- its writer has seen or not at all.

create function save_revision(
  workspace uuid, profile uuid, seen integer, content jsonb, marks jsonb, by text, at timestamptz, is_autosave boolean
) returns boolean language plpgsql as $$
begin
  perform set_config('profilkort.workspace', workspace::text, true);
  update profile as moved set revision = seen + 1
    where moved.workspace_id = workspace and moved.id = profile and moved.revision = seen;
  if not found then
    return false;
  end if;
  insert into profile_revision (workspace_id, profile_id, revision, content, marks, created_by, created_at, is_autosave)
    values (workspace, profile, seen + 1, content, marks, by, at, is_autosave);
  return true;
end $$;
