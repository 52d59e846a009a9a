-- Two users whom an alias joined and a person parts are two for good: taking such a join back decides so. Joins that
-- aliases made before know it from now on, and those that were taken back stay so, but where the two are one customer
-- again by now.

alter table identity_change no force row level security;
alter table identity_decision no force row level security;
alter table source_record no force row level security;

update identity_change set decisions = (
  select jsonb_agg(case when pair -> 'before' = 'null' then pair || '{"before": "apart"}' else pair end)
  from jsonb_array_elements(decisions) as pair)
where kind = 'join' and reason = 'An alias told of two ids of one user.' and undone_at is null and decisions <> '[]';

insert into identity_decision (workspace_id, a, b, verdict)
select change.workspace_id, (pair ->> 'a')::uuid, (pair ->> 'b')::uuid, 'apart'
from identity_change as change cross join jsonb_array_elements(decisions) as pair
where change.kind = 'join' and reason = 'An alias told of two ids of one user.' and undone_at is not null
  and not exists (
    select from source_record as one join source_record as other using (workspace_id, customer_id)
    where one.workspace_id = change.workspace_id and one.id = (pair ->> 'a')::uuid and other.id = (pair ->> 'b')::uuid)
on conflict do nothing;

alter table identity_change force row level security;
alter table identity_decision force row level security;
alter table source_record force row level security;
