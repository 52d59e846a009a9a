-- Rules name scorecards and their bands: word of what they may name.

create trigger scorecard_changed after insert or update or delete on scorecard
  for each row execute function notify_workspace_changed();
