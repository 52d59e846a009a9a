-- Profiles grow up: values told by their kind, pictures and links in a revision; since which revision each translation
-- reads as it does; an archive; what readers see, computed when it is published; and word of changes to all servers.

create extension if not exists pg_trgm;

-- A field's value was a text or a list in each locale; now it says its kind. The wall stands for the tables' owner too,
-- so it is opened for as long as all workspaces are converted.
alter table profile_revision no force row level security;
update profile_revision set content = content
  || jsonb_build_object(
    'picture', null,
    'links', '{"products": [], "personas": [], "contrasts": [], "segment": null, "scorecard": null}'::jsonb,
    'fields', (
      select coalesce(jsonb_object_agg(key,
        case when exists (select from jsonb_each(value) as said (locale, words) where jsonb_typeof(words) = 'array')
          then jsonb_build_object('kind', 'list', 'items', value)
          else jsonb_build_object('kind', 'text', 'text', value) end), '{}')
      from jsonb_each(content -> 'fields')))
where not content ? 'links';
alter table profile_revision force row level security;

alter table profile add column archived_at timestamptz;
alter table profile_revision
  add column marks jsonb not null default '{}',
  add column is_autosave boolean not null default false,
  add column restored_from integer;
comment on column profile_revision.marks is 'by path and locale, the revision since which a text reads as it does';
comment on column profile_revision.restored_from is 'the revision whose content was taken back';

alter table profile_publication
  add column scorecard_revision integer,
  add column published_by text not null default '';
comment on column profile_publication.scorecard_revision is 'the linked scorecard''s revision when this was published';

alter table workspace
  add column completeness_gate numeric check (completeness_gate between 0 and 1),
  add column requires_review boolean not null default false;
comment on column workspace.completeness_gate is 'the share of a profile that has to be written in a locale before it is published there; null for none';
comment on column workspace.requires_review is 'whether a revision has to be approved before it is published';

create table profile_snapshot (
  workspace_id uuid not null,
  audience text not null check (audience in ('draft', 'internal', 'partner', 'public')),
  locale text not null check (locale in ('nb', 'sv', 'da', 'en')),
  profile_id uuid not null,
  revision integer not null,
  slug text not null,
  kind text not null,
  template_key text not null,
  name text not null,
  products text[] not null,
  at timestamptz not null,
  texts jsonb not null,
  search tsvector not null,
  words text not null,
  body text not null,
  etag text not null,
  version smallint not null,
  primary key (workspace_id, audience, locale, profile_id),
  foreign key (workspace_id, profile_id) references profile (workspace_id, id) on delete cascade
);
comment on table profile_snapshot is 'what a reader of an audience sees of a profile in a locale, computed when it was published; the audience draft is the newest revision as editors see it, brought up to date when it is asked for';
comment on column profile_snapshot.at is 'when it was published; of a draft: when it was saved';
comment on column profile_snapshot.texts is 'the plain texts of its fields by their keys, for filters';
comment on column profile_snapshot.words is 'all its words, for search by likeness';
comment on column profile_snapshot.body is 'the reading as JSON, as delivery answers it';
comment on column profile_snapshot.version is 'of the program''s form of a reading; an older one is computed anew';
create unique index profile_snapshot_by_slug on profile_snapshot (workspace_id, slug, audience, locale);
create index profile_snapshot_search on profile_snapshot using gin (search);
create index profile_snapshot_words on profile_snapshot using gin (words gin_trgm_ops);

alter table profile_snapshot enable row level security, force row level security;
create policy one_workspace on profile_snapshot using (workspace_id = current_workspace());

-- Every server hears which workspace's readers may see something else from now on.
create function notify_workspace_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('profilkort_changed', coalesce(new.workspace_id, old.workspace_id)::text);
  return null;
end $$;
create function notify_this_workspace_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('profilkort_changed', coalesce(new.id, old.id)::text);
  return null;
end $$;
create trigger profile_snapshot_changed after insert or delete on profile_snapshot
  for each row execute function notify_workspace_changed();
create trigger profile_snapshot_updated after update on profile_snapshot
  for each row when (new.audience <> 'draft') execute function notify_workspace_changed();
create trigger attribute_changed after insert or update or delete on attribute
  for each row execute function notify_workspace_changed();
create trigger workspace_changed after update on workspace
  for each row execute function notify_this_workspace_changed();

-- The dictionary that the words of a locale are stemmed by.
create function search_language(locale text) returns regconfig
  language sql immutable parallel safe
  return case locale when 'nb' then 'norwegian' when 'sv' then 'swedish' when 'da' then 'danish' else 'english' end::regconfig;
