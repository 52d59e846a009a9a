-- Readings are read far more often than written, and looked through more often than read: their bodies lie beside the
-- table, as they are, rather than being compressed in it and taken apart for every reader.

alter table profile_snapshot alter column body set storage external;
