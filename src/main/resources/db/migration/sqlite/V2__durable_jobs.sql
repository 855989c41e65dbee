-- How many workers died with the job, and when its progress was written.
alter table job add column deaths integer not null default 0;
alter table job add column progress_at integer;

-- What a job gave, gzip, cut into parts so that reading it takes little memory.
create table job_part (
  job_id  text    not null references job (id) on delete cascade,
  kind    text    not null,
  part    integer not null,
  content blob    not null,
  primary key (job_id, kind, part)
);

insert into job_part (job_id, kind, part, content) select job_id, kind, 0, content from job_document;

drop table job_document;

-- The keys by which callers may safely submit again, with a digest of what they submitted.
create table idempotency_key (
  caller     text    not null,
  value      text    not null,
  digest     text    not null,
  job_id     text    not null references job (id) on delete cascade,
  created_at integer not null,
  primary key (caller, value)
);

create index idempotency_key_job on idempotency_key (job_id);
create index idempotency_key_created_at on idempotency_key (created_at);

-- For the list and for the purge.
create index job_finished_at on job (finished_at) where finished_at is not null;
create index job_unsuccessful on job (status, number) where status in ('FAILED', 'CANCELLED');
create index job_label on job (label, number) where label is not null;
create index job_dataset on job (json_extract(request, '$.dataset'), number);
create index job_trades on job (json_extract(headline, '$.trades'), number) where headline is not null;
create index job_wins on job (json_extract(headline, '$.wins'), number) where headline is not null;
create index job_losses on job (json_extract(headline, '$.losses'), number) where headline is not null;
create index job_win_rate on job (json_extract(headline, '$.winRate'), number) where headline is not null;
create index job_total_pnl on job (json_extract(headline, '$.totalPnl'), number) where headline is not null;
create index job_profit_factor on job (json_extract(headline, '$.profitFactor'), number) where headline is not null;
create index job_expectancy on job (json_extract(headline, '$.expectancy'), number) where headline is not null;
create index job_ending_balance on job (json_extract(headline, '$.endingBalance'), number) where headline is not null;
create index job_return_percent on job (json_extract(headline, '$.returnPercent'), number) where headline is not null;
create index job_max_drawdown on job (json_extract(headline, '$.maxDrawdown'), number) where headline is not null;
create index job_max_drawdown_percent on job (json_extract(headline, '$.maxDrawdownPercent'), number) where headline is not null;
create index job_sharpe on job (json_extract(headline, '$.sharpe'), number) where headline is not null;
create index job_sortino on job (json_extract(headline, '$.sortino'), number) where headline is not null;
create index job_traded_sessions on job (json_extract(headline, '$.tradedSessions'), number) where headline is not null;
