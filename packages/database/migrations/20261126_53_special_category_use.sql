-- On what ground a workspace's rules judge customers by special categories (GDPR, article 9), and since when.

create table special_category_decision (
  workspace_id uuid not null references workspace on delete cascade,
  number integer not null check (number > 0),
  ground text,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (workspace_id, number)
);
comment on table special_category_decision is 'each decision is kept; the newest holds, and without one they are not used';
comment on column special_category_decision.ground is 'in the words of who decided; null where the use was ended';

alter table special_category_decision enable row level security, force row level security;
create policy one_workspace on special_category_decision using (workspace_id = current_workspace());

-- The catalogue that processes keep says whether rules may speak of them.
create trigger special_category_decision_changed after insert on special_category_decision
  for each row execute function notify_workspace_changed();
