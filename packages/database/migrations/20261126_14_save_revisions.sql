-- Drafts that are saved at the same time are saved in one round trip and one commit, each on top of the revision that its
-- writer has seen or not at all.

drop function save_revision(uuid, uuid, integer, jsonb, jsonb, text, timestamptz, boolean);

-- Answers which of the drafts were saved, by their place in the list, the first being 1.
create function save_revisions(workspace uuid, drafts json) returns setof bigint language plpgsql as $$
begin
  perform set_config('profilkort.workspace', workspace::text, true);
  -- In one order, so that those who save the same profiles elsewhere wait rather than block each other.
  perform from profile
    where workspace_id = workspace and id in (select (each ->> 'profileId')::uuid from json_array_elements(drafts) as each)
    order by id for no key update;
  return query
  with given as materialized (
    select distinct on (draft."profileId") place, draft.*
    from json_array_elements(drafts) with ordinality as told (each, place),
      json_to_record(each) as draft ("profileId" uuid, revision integer, content jsonb, marks jsonb, by text,
        at timestamptz, "isAutosave" boolean)
    order by draft."profileId", place),
  moved as (
    update profile as moved set revision = given.revision from given
    where moved.workspace_id = workspace and moved.id = given."profileId" and moved.revision = given.revision - 1
    returning moved.id),
  written as (
    insert into profile_revision (workspace_id, profile_id, revision, content, marks, created_by, created_at, is_autosave)
    select workspace, id, revision, content, marks, by, at, "isAutosave" from given join moved on id = "profileId")
  select place from given join moved on id = "profileId";
end $$;
