-- Who said yes or no to one purpose is looked up for whole lists, not only for one customer.
create index consent_standing_by_purpose on consent_standing (workspace_id, purpose, standing);
