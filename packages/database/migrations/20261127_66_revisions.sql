-- A change of a product or of what is said of interactions names the revision it was decided on, so that none is lost to
-- another.

alter table product add column revision integer not null default 1;
comment on column product.revision is 'counts its changes, those of product lists too';

alter table interaction_type add column revision integer not null default 1;
comment on column interaction_type.revision is 'counts its changes';
