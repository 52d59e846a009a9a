-- Statistics are renewed by how much is new, not by what share of a table it is: beside a large workspace, a new one would
-- never be in them. The planner takes a workspace that is not for empty, and looks through all of it for each customer.
do $$
declare
  filled text;
begin
  foreach filled in array array['customer', 'source_record', 'identifier', 'deal', 'sales_order', 'customer_cost',
    'cost_share', 'referral', 'ticket', 'nps_answer', 'consent', 'consent_standing', 'criterion_answer', 'customer_fit',
    'segment_member', 'segment_event', 'visitor'] loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000)', filled);
  end loop;
end $$;
