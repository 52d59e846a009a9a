-- What a seller's answer rests on, and every answer that was given, changed or withdrawn.

alter table criterion_answer
  add column evidenced_at timestamptz,
  add column evidence jsonb;
comment on column criterion_answer.evidenced_at is 'when it was so; the answer ages from here, or from answered_at';
comment on column criterion_answer.evidence is 'EvidenceSource of the domain';

create table criterion_answer_change (
  workspace_id uuid not null,
  id bigint not null generated always as identity,
  scorecard_id uuid not null,
  record_id uuid not null,
  criterion_key text not null,
  points smallint check (points between 0 and 2),
  note text not null,
  evidenced_at timestamptz,
  evidence jsonb,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, scorecard_id) references scorecard (workspace_id, id) on delete cascade
);
comment on table criterion_answer_change is 'each answer as it was given; never changed, and gone only with the scorecard or the person';
comment on column criterion_answer_change.record_id is 'the record it was answered on; it stays when customers are joined or parted';
comment on column criterion_answer_change.points is 'null where the answer was withdrawn';
create index criterion_answer_change_by_record on criterion_answer_change
  (workspace_id, record_id, scorecard_id, criterion_key, changed_at);
create index criterion_answer_change_by_scorecard on criterion_answer_change (workspace_id, scorecard_id);

alter table criterion_answer_change enable row level security, force row level security;
create policy one_workspace on criterion_answer_change using (workspace_id = current_workspace());

-- Answers that were given before changes were kept.
alter table criterion_answer no force row level security;
alter table criterion_answer_change no force row level security;
insert into criterion_answer_change
  (workspace_id, scorecard_id, record_id, criterion_key, points, note, changed_by, changed_at)
select workspace_id, scorecard_id, record_id, criterion_key, points, note, answered_by, answered_at from criterion_answer;
alter table criterion_answer force row level security;
alter table criterion_answer_change force row level security;
