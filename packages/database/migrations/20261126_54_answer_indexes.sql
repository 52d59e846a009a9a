-- Indexes that are right while the tables are young too: of two that name as many columns the planner takes either.

-- With the scorecard in it, the answers on a customer are found without reading all of the scorecard's.
drop index criterion_answer_by_customer;
create index criterion_answer_by_customer on criterion_answer (workspace_id, customer_id, scorecard_id);

-- Changes are looked up by record; by scorecard they are all of them.
drop index criterion_answer_change_by_scorecard;
