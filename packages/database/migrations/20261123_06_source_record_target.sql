-- What became of a source's record is looked up from the other side too: which sources have told of a customer.
create index source_record_by_target on source_record (workspace_id, kind, target_id);
