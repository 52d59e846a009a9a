-- Partial, so that it serves lists of a kind and nothing else: while the table is young the planner takes it for a look at
-- one customer, too, and reads all of a scorecard's fits.
drop index customer_fit_by_points;
create index customer_fit_by_points on customer_fit (workspace_id, scorecard_id, kind, points desc, customer_id)
  where kind is not null;
