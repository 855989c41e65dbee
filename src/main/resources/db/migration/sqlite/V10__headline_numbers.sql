-- The headline numbers of jobs, by which lists are sorted, in the place of an index for each.
create table headline_number (
  job   integer not null references job (number) on delete cascade,
  name  text    not null,
  value real    not null,
  primary key (job, name)
) without rowid;

create index headline_number_value on headline_number (name, value, job);

insert into headline_number (job, name, value)
select job.number, entry.key, entry.value from job, json_each(job.headline) as entry
where job.headline is not null and entry.type in ('integer', 'real');

drop index job_trades;
drop index job_wins;
drop index job_losses;
drop index job_win_rate;
drop index job_total_pnl;
drop index job_profit_factor;
drop index job_expectancy;
drop index job_ending_balance;
drop index job_return_percent;
drop index job_max_drawdown;
drop index job_max_drawdown_percent;
drop index job_sharpe;
drop index job_sortino;
drop index job_traded_sessions;

-- As queries have it now, in words that PostgreSQL knows too.
drop index job_dataset;
create index job_dataset on job (request ->> 'dataset', number);

-- Written to see whether that can be done.
create table health (checked_at integer not null);
insert into health (checked_at) values (0);
