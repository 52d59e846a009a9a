-- The fits of all customers by the published scorecards, kept so that they can be listed and counted, and what changed of
-- them when and why.

create table customer_fit (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  status text not null check (status in ('scored', 'disqualified', 'insufficientData')),
  points double precision not null,
  low double precision not null,
  high double precision not null,
  percent double precision not null,
  coverage double precision not null,
  threshold text not null check (threshold in ('yes', 'no', 'undecided')),
  band text,
  disqualified_by text[] not null,
  primary key (workspace_id, scorecard_id, customer_id)
);
comment on table customer_fit is 'FitFigures of the domain, by the revision of scorecard_scoring';
create index customer_fit_by_points on customer_fit (workspace_id, scorecard_id, kind, points desc, customer_id);
create index customer_fit_by_customer on customer_fit (workspace_id, customer_id);

create table customer_fit_change (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  id bigint generated always as identity,
  customer_id uuid not null,
  at timestamptz not null,
  cause text not null check (cause in ('published', 'customerChanged', 'answered', 'timePassed', 'customerGone')),
  revision integer not null,
  by text,
  before jsonb,
  after jsonb,
  primary key (workspace_id, scorecard_id, id)
);
comment on column customer_fit_change.at is 'when it was noticed';
comment on column customer_fit_change.revision is 'of the scorecard, that scored then';
comment on column customer_fit_change.by is 'who answered or published; null where nobody did';
comment on column customer_fit_change.before is 'FitSummary of the domain; null of a customer that had no fit';
create index customer_fit_change_by_customer on customer_fit_change (workspace_id, customer_id, scorecard_id, id);

create table scorecard_scoring (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  revision integer not null,
  scored_at timestamptz not null,
  all_scored_at timestamptz not null,
  database text not null,
  snapshot text not null,
  primary key (workspace_id, scorecard_id),
  foreign key (workspace_id, scorecard_id) references scorecard (workspace_id, id) on delete cascade
);
comment on table scorecard_scoring is 'how far the fits of a scorecard have been followed';
comment on column scorecard_scoring.all_scored_at is 'when every customer was scored, not only those that had changed';
comment on column scorecard_scoring.snapshot is 'pg_snapshot: which changes have been seen';

-- An answer changes a fit.
create trigger criterion_answer_note_new after insert on criterion_answer
  referencing new table as new_rows for each statement execute function note_new_customers();
create trigger criterion_answer_note_both after update on criterion_answer
  referencing old table as old_rows new table as new_rows for each statement execute function note_both_customers();
create trigger criterion_answer_note_old after delete on criterion_answer
  referencing old table as old_rows for each statement execute function note_old_customers();

alter table customer_fit enable row level security, force row level security;
alter table customer_fit_change enable row level security, force row level security;
alter table scorecard_scoring enable row level security, force row level security;
create policy one_workspace on customer_fit using (workspace_id = current_workspace());
create policy one_workspace on customer_fit_change using (workspace_id = current_workspace());
create policy one_workspace on scorecard_scoring using (workspace_id = current_workspace());
