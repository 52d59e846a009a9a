-- Interactions: what customers did or what was done towards them, at a time, as tracking clients tell of it.

create table interaction (
  workspace_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  record_id uuid,
  company_record_id uuid,
  type text not null check (type in ('track', 'page', 'screen')),
  name text not null,
  source text not null,
  message_id text not null,
  received_at timestamptz not null,
  user_id text,
  anonymous_id text,
  properties jsonb not null default '{}',
  context json,
  notes text
) partition by range (at);
comment on table interaction is 'by month; without a unique key, as interaction_message keeps messages from being taken twice';
comment on column interaction.at is 'when it happened, by the server''s clock';
comment on column interaction.id is 'made from the source and the message id';
comment on column interaction.record_id is 'the record of whom it is of; null while nobody knows who that is';
comment on column interaction.company_record_id is 'the record of the company it was done for';
comment on column interaction.name is 'of a track the event''s name; page or screen of these';
comment on column interaction.user_id is 'whom the source called it, while there is no record of that user';
comment on column interaction.notes is 'what was put right or is not as its type says, a line each';

create index interaction_by_record on interaction (workspace_id, record_id, at, id) where record_id is not null;
create index interaction_by_company on interaction (workspace_id, company_record_id, at, id)
  where company_record_id is not null;
create index interaction_by_visitor on interaction (workspace_id, source, anonymous_id, at, id)
  where record_id is null and user_id is null;
create index interaction_by_user on interaction (workspace_id, source, user_id)
  where record_id is null and user_id is not null;
create table interaction_other partition of interaction default;

create table interaction_message (
  workspace_id uuid not null,
  received_month date not null,
  message uuid not null,
  primary key (workspace_id, message, received_month)
) partition by range (received_month);
comment on table interaction_message is 'which messages were taken, by the month they came in; kept for the month and the two before it';
comment on column interaction_message.message is 'interaction.id, of all kinds of messages';
create table interaction_message_other partition of interaction_message default;

create table visitor (
  workspace_id uuid not null,
  source text not null,
  anonymous_id text not null,
  user_id text not null,
  identified_at timestamptz not null,
  is_alias boolean not null,
  primary key (workspace_id, source, anonymous_id)
);
comment on table visitor is 'who the anonymous ones of a source are: whoever was first said to be one, by the time it was said of';
comment on column visitor.is_alias is 'whether a server said that this was an earlier name of the user';
create index visitor_by_user on visitor (workspace_id, source, user_id);

create table identity_claim (
  workspace_id uuid not null,
  id uuid not null,
  source text not null,
  claim jsonb not null,
  created_at timestamptz not null default now(),
  failure text,
  primary key (workspace_id, id)
);
comment on table identity_claim is 'what messages say of who somebody is, from when they are taken until it is settled';
comment on column identity_claim.id is 'ordered by time';
comment on column identity_claim.claim is 'Claim of the domain';
comment on column identity_claim.failure is 'why it could not be settled; null while it is waiting';
create index identity_claim_waiting on identity_claim (workspace_id, id) where failure is null;

create table interaction_type (
  workspace_id uuid not null references workspace on delete cascade,
  name text not null,
  label jsonb not null,
  properties jsonb,
  on_violation text not null check (on_violation in ('reject', 'mark')),
  retention_days integer check (retention_days between 1 and 36500),
  counts_as text check (counts_as in ('supportLoad', 'emailEngagement', 'webVisit', 'socialEngagement', 'productUse')),
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (workspace_id, name)
);
comment on table interaction_type is 'what a workspace says of interactions of a name; others are taken as they come';
comment on column interaction_type.label is 'Localized of the domain';
comment on column interaction_type.properties is 'PropertyRules of the domain; null for any';
comment on column interaction_type.retention_days is 'days from when they happened; null for as long as the workspace';

-- Partitions by month (in UTC), made when they are needed. Asked for by name they have to hold the wall themselves.
create function ensure_month(parent text, month date) returns void
  language plpgsql as $$
declare
  child text := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
begin
  if to_regclass(child) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('ensure_month ' || child, 0));
  if to_regclass(child) is not null then return; end if;
  execute format('create table %I (like %I including all)', child, parent);
  execute format('alter table %I enable row level security, force row level security', child);
  execute format('create policy one_workspace on %I using (workspace_id = current_workspace())', child);
  execute format('create policy across_workspaces on %I for select using (current_setting(''profilkort.across_workspaces'', true) = ''on'')', child);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child,
    to_char(month, 'YYYY-MM-01 00:00:00+00'), to_char(month + interval '1 month', 'YYYY-MM-01 00:00:00+00'));
end $$;

alter table api_key
  add column writes_events boolean not null default false,
  add column event_source text not null default 'web';
comment on column api_key.writes_events is 'of a publishable key: whether pages may send events with it';
comment on column api_key.event_source is 'what the source of its events is called';
-- Every server hears of keys that change; see the trigger's own list of columns.
drop trigger api_key_changed on api_key;
create trigger api_key_changed
  after delete or update of kind, name, secret_hash, origins, scopes, locales, expires_at, revoked_at, writes_events, event_source
  on api_key for each row execute function notify_workspace_changed();
create trigger interaction_type_changed after insert or update or delete on interaction_type
  for each row execute function notify_workspace_changed();
-- Records' ids are kept in memory by those who take events in; only erasure takes a record away.
create trigger source_record_deleted after delete on source_record
  for each row execute function notify_workspace_changed();

alter table interaction enable row level security, force row level security;
alter table interaction_other enable row level security, force row level security;
alter table interaction_message enable row level security, force row level security;
alter table interaction_message_other enable row level security, force row level security;
alter table visitor enable row level security, force row level security;
alter table identity_claim enable row level security, force row level security;
alter table interaction_type enable row level security, force row level security;
create policy one_workspace on interaction using (workspace_id = current_workspace());
create policy one_workspace on interaction_other using (workspace_id = current_workspace());
create policy across_workspaces on interaction_other for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
create policy one_workspace on interaction_message using (workspace_id = current_workspace());
create policy one_workspace on interaction_message_other using (workspace_id = current_workspace());
create policy one_workspace on visitor using (workspace_id = current_workspace());
create policy one_workspace on identity_claim using (workspace_id = current_workspace());
create policy one_workspace on interaction_type using (workspace_id = current_workspace());
-- The worker finds in any workspace what is left to settle and what has expired. It changes nothing with this.
create policy across_workspaces on identity_claim for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
create policy across_workspaces on interaction_type for select
  using (current_setting('profilkort.across_workspaces', true) = 'on');
