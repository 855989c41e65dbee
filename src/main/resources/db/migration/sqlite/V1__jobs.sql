-- Times are milliseconds since 1970. The number gives the order of acceptance, by which jobs are listed and paged.
create table job (
  number         integer primary key autoincrement,
  id             text    not null unique,
  status         text    not null check (status in ('QUEUED', 'RUNNING', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  label          text,
  tags           text    not null default '[]',
  request        text    not null,
  created_at     integer not null,
  started_at     integer,
  finished_at    integer,
  attempt        integer not null default 0,
  sessions_done  integer,
  sessions_total integer,
  ticks_done     integer,
  ticks_total    integer,
  session        text,
  trades         integer,
  pnl            integer,
  error_code     text,
  error_detail   text,
  headline       text,
  check ((status = 'FAILED') = (error_code is not null)),
  check ((status in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null))
);

create index job_unfinished on job (status, number) where status in ('QUEUED', 'RUNNING', 'CANCELLING');

-- What a job gave, gzip: RESULT is JSON, TRADES and DECISIONS are NDJSON.
create table job_document (
  job_id  text not null references job (id) on delete cascade,
  kind    text not null,
  content blob not null,
  primary key (job_id, kind)
);

-- The queue, as db-scheduler wants it.
create table scheduled_tasks (
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

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
