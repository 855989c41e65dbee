-- Sweeps are jobs of a second kind.
alter table job add column kind text not null default 'BACKTEST' check (kind in ('BACKTEST', 'SWEEP'));

create index job_sweep on job (number) where kind = 'SWEEP';

-- How many combinations a sweep tries, and its walk-forward test as JSON once it has ended with one.
create table sweep (
  job_id       text    not null primary key references job (id) on delete cascade,
  trials       integer not null,
  walk_forward text
) without rowid;

-- What each run of a sweep gave: number 0 is the base, the combinations follow in their order.
create table sweep_row (
  job_id   text    not null references job (id) on delete cascade,
  number   integer not null,
  headline text    not null,
  primary key (job_id, number)
) without rowid;

-- The rows that a walk-forward test has chosen so far, by window.
create table sweep_choice (
  job_id text    not null references job (id) on delete cascade,
  window integer not null,
  number integer not null,
  primary key (job_id, window)
) without rowid;

-- The queue of sweeps, beside that of backtests so that neither waits for the other; as db-scheduler wants it.
create table scheduled_sweeps (
  task_name            text    not null,
  task_instance        text    not null,
  task_data            blob,
  execution_time       integer not null,
  picked               integer not null,
  picked_by            text,
  last_success         integer,
  last_failure         integer,
  consecutive_failures integer,
  last_heartbeat       integer,
  version              integer not null,
  priority             integer,
  primary key (task_name, task_instance)
);

create index scheduled_sweeps_execution_time on scheduled_sweeps (execution_time);
create index scheduled_sweeps_last_heartbeat on scheduled_sweeps (last_heartbeat);
create index scheduled_sweeps_priority on scheduled_sweeps (priority desc, execution_time asc);
