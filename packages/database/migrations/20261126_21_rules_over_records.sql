-- What rules over records need: interactions by their name, deals by their stage, and word of what rules may name.

create index interaction_by_name on interaction (workspace_id, name, at);
create index deal_by_stage on deal (workspace_id, stage);

create trigger segment_changed after insert or update or delete on segment
  for each row execute function notify_workspace_changed();
create trigger purpose_changed after insert or update or delete on purpose
  for each row execute function notify_workspace_changed();
create trigger product_changed after insert or update or delete on product
  for each row execute function notify_workspace_changed();
