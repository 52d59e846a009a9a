-- Whoever changes, publishes or cancels a release names the plan that was seen.
alter table release add column revision integer not null default 1 check (revision > 0);
comment on column release.revision is 'how often it was planned';
