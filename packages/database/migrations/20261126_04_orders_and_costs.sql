-- What customers bring and cost: deals in full, orders, costs, referrals, tickets and NPS answers.

alter table deal no force row level security;
alter table deal
  add column expected_close_on date,
  add column lost_reason text,
  add column channel text,
  add column campaign text,
  add column stage_history jsonb not null default '[]',
  add column revision integer not null default 1,
  add column archived_at timestamptz;
comment on column deal.value is 'what was won, or is hoped for; of a lost one what it was to bring, where that was told';
comment on column deal.channel is 'what the customer came through, as channelKey of the domain folds it';
comment on column deal.stage_history is '[{stage, status, from}]: the stages it was in, the last one now; from is a day or null';
update deal set stage_history = jsonb_build_array(
  jsonb_build_object('stage', stage, 'status', status, 'from', case when status <> 'open' then closed_on end));
create index deal_by_day on deal (workspace_id, (coalesce(closed_on, opened_on, '-infinity')), id);
create index deal_won on deal (workspace_id, closed_on) include (customer_id, channel) where status = 'won';
create index deal_by_product on deal (workspace_id, product_key) where product_key is not null;
alter table deal force row level security;

create table sales_order (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  record_id uuid,
  customer_id uuid,
  ordered_on date not null,
  channel text,
  campaign text,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net_amount numeric not null default 0,
  cost_of_goods numeric,
  revision integer not null default 1,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
comment on table sales_order is 'what a customer was invoiced for; credit notes and refunds are orders of negative amounts';
comment on column sales_order.net_amount is 'of its lines taken together, without value-added tax';
comment on column sales_order.cost_of_goods is 'of its lines taken together; null where none tells it';
create index sales_order_by_customer on sales_order (workspace_id, customer_id) include (ordered_on, net_amount);
create index sales_order_by_record on sales_order (workspace_id, record_id);
create index sales_order_by_day on sales_order (workspace_id, ordered_on) include (customer_id, channel);

create table sales_order_line (
  workspace_id uuid not null,
  order_id uuid not null,
  external_id text not null,
  place integer not null,
  product_key text,
  description text,
  quantity numeric,
  net_amount numeric not null,
  cost_of_goods numeric,
  data json,
  primary key (workspace_id, order_id, external_id),
  foreign key (workspace_id, order_id) references sales_order (workspace_id, id) on delete cascade
);
comment on column sales_order_line.external_id is 'what its source knows the line by';

create table customer_cost (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  record_id uuid,
  customer_id uuid,
  purpose text not null check (purpose in ('acquisition', 'service')),
  spent_on date not null,
  amount numeric not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  hours numeric,
  hourly_rate numeric,
  what text not null default '',
  who text,
  data json,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
comment on table customer_cost is 'what was spent on one customer: to win it, or to serve it';
comment on column customer_cost.amount is 'with hours, hours times the rate';
create index customer_cost_by_customer on customer_cost (workspace_id, customer_id) include (purpose, spent_on, amount, currency);
create index customer_cost_by_record on customer_cost (workspace_id, record_id);

create table channel_cost (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  purpose text not null check (purpose in ('acquisition', 'service')),
  channel text not null default '',
  month date not null check (extract(day from month) = 1),
  amount numeric not null check (amount >= 0 and amount = round(amount, 2)),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  note text not null default '',
  data json,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
comment on table channel_cost is 'what a month cost in a channel, to be spread over the customers won through it or the tickets that came by it';
comment on column channel_cost.channel is 'as channelKey of the domain folds it; empty for all channels';
create index channel_cost_by_month on channel_cost (workspace_id, month);

create table cost_share (
  workspace_id uuid not null,
  cost_id uuid not null,
  customer_id uuid not null,
  amount numeric not null,
  primary key (workspace_id, cost_id, customer_id),
  foreign key (workspace_id, cost_id) references channel_cost (workspace_id, id) on delete cascade
);
comment on table cost_share is 'derived: how the costs of channels are spread over customers; see settleShares';
create index cost_share_by_customer on cost_share (workspace_id, customer_id) include (cost_id, amount);

create table referral (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  record_id uuid not null,
  customer_id uuid not null,
  referred_record_id uuid not null,
  referred_customer_id uuid not null,
  referred_on date not null,
  note text not null default '',
  data json,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
comment on table referral is 'that a customer sent another one';
create index referral_by_customer on referral (workspace_id, customer_id) include (referred_customer_id, referred_on);
create index referral_by_referred on referral (workspace_id, referred_customer_id);
create index referral_by_record on referral (workspace_id, record_id);
create index referral_by_referred_record on referral (workspace_id, referred_record_id);

create table ticket (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  record_id uuid,
  customer_id uuid,
  subject text,
  channel text,
  opened_on date not null,
  closed_on date,
  minutes numeric check (minutes >= 0),
  satisfaction smallint check (satisfaction between 1 and 5),
  data json,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
comment on table ticket is 'what a customer asked the support desk';
comment on column ticket.minutes is 'spent on it by those who answered';
create index ticket_by_customer on ticket (workspace_id, customer_id) include (opened_on, minutes);
create index ticket_by_record on ticket (workspace_id, record_id);
create index ticket_by_day on ticket (workspace_id, opened_on) include (customer_id, channel, minutes);

create table nps_answer (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  record_id uuid,
  customer_id uuid,
  answered_on date not null,
  score smallint not null check (score between 0 and 10),
  comment text,
  data json,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
comment on table nps_answer is 'how likely a customer said it was to recommend, 0 to 10';
create index nps_answer_by_customer on nps_answer (workspace_id, customer_id) include (answered_on, score);
create index nps_answer_by_record on nps_answer (workspace_id, record_id);
create index nps_answer_by_day on nps_answer (workspace_id, answered_on) include (score, customer_id);

alter table sales_order enable row level security, force row level security;
alter table sales_order_line enable row level security, force row level security;
alter table customer_cost enable row level security, force row level security;
alter table channel_cost enable row level security, force row level security;
alter table cost_share enable row level security, force row level security;
alter table referral enable row level security, force row level security;
alter table ticket enable row level security, force row level security;
alter table nps_answer enable row level security, force row level security;
create policy one_workspace on sales_order using (workspace_id = current_workspace());
create policy one_workspace on sales_order_line using (workspace_id = current_workspace());
create policy one_workspace on customer_cost using (workspace_id = current_workspace());
create policy one_workspace on channel_cost using (workspace_id = current_workspace());
create policy one_workspace on cost_share using (workspace_id = current_workspace());
create policy one_workspace on referral using (workspace_id = current_workspace());
create policy one_workspace on ticket using (workspace_id = current_workspace());
create policy one_workspace on nps_answer using (workspace_id = current_workspace());
