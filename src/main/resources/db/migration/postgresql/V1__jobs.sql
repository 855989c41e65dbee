-- What the files for SQLite have come to; they say more about tables and columns. Times are milliseconds since 1970.
-- What queries look into is json, which keeps every byte.
create table job (
  number         bigint  primary key generated always as identity,
  id             text    not null unique,
  kind           text    not null check (kind in ('BACKTEST', 'SWEEP')),
  status         text    not null check (status in ('QUEUED', 'RUNNING', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  label          text,
  tags           json    not null default '[]',
  callback_url   text,
  request        json    not null,
  created_at     bigint  not null,
  started_at     bigint,
  finished_at    bigint,
  attempt        integer not null default 0,
  deaths         integer not null default 0,
  excused        integer not null default 0,
  sessions_done  integer,
  sessions_total integer,
  ticks_done     bigint,
  ticks_total    bigint,
  session        text,
  trades         integer,
  pnl            bigint,
  progress_at    bigint,
  error_code     text,
  error_detail   text,
  headline       json,
  check ((status = 'FAILED') = (error_code is not null)),
  check ((status in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null))
);

create index job_unfinished on job (status, number) where status in ('QUEUED', 'RUNNING', 'CANCELLING');
create index job_unsuccessful on job (status, number) where status in ('FAILED', 'CANCELLED');
create index job_waiting on job (kind, number) where status = 'QUEUED';
create index job_status on job (status);
create index job_finished_at on job (finished_at) where finished_at is not null;
create index job_sweep on job (number) where kind = 'SWEEP';
create index job_label on job (label, number) where label is not null;
create index job_dataset on job ((request ->> 'dataset'), number);

create table headline_number (
  job   bigint           not null references job (number) on delete cascade,
  name  text             not null,
  value double precision not null,
  primary key (job, name)
);

create index headline_number_value on headline_number (name, value, job);

create table job_part (
  job_id  text    not null references job (id) on delete cascade,
  kind    text    not null,
  part    integer not null,
  content bytea   not null,
  primary key (job_id, kind, part)
);

-- The closed trades of attempts that run, in order of closing, until the result has them.
create table job_trade (
  job_id  text    not null references job (id) on delete cascade,
  attempt integer not null,
  number  integer not null,
  content text    not null,
  primary key (job_id, attempt, number)
);

create table idempotency_key (
  caller     text   not null,
  value      text   not null,
  digest     text   not null,
  job_id     text   not null references job (id) on delete cascade,
  created_at bigint not null,
  primary key (caller, value)
);

create index idempotency_key_job on idempotency_key (job_id);
create index idempotency_key_created_at on idempotency_key (created_at);

create table webhook_delivery (
  id              text   primary key,
  job_id          text   not null unique references job (id) on delete cascade,
  event           text   not null,
  payload         text   not null,
  state           text   not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  created_at      bigint not null,
  next_attempt_at bigint,
  check ((state = 'PENDING') = (next_attempt_at is not null))
);

create table webhook_attempt (
  delivery_id text    not null references webhook_delivery (id) on delete cascade,
  number      integer not null,
  at          bigint  not null,
  duration_ms bigint,
  status      integer,
  error       text,
  primary key (delivery_id, number)
);

create table sweep (
  job_id       text    primary key references job (id) on delete cascade,
  trials       integer not null,
  walk_forward text,
  data         text,
  begun_anew   integer not null default 0,
  provenance   text
);

create table sweep_row (
  job_id   text    not null references job (id) on delete cascade,
  number   integer not null,
  headline json    not null,
  primary key (job_id, number)
);

create table sweep_choice (
  job_id   text    not null references job (id) on delete cascade,
  "window" integer not null,
  number   integer not null,
  primary key (job_id, "window")
);

create table paper_session (
  number       bigint  primary key generated always as identity,
  id           text    not null unique,
  status       text    not null check (status in ('RUNNING', 'FINISHED', 'STOPPED', 'FAILED')),
  stopping     integer not null default 0,
  label        text,
  source       text    not null,
  session      text    not null,
  speed        integer,
  request      text    not null,
  created_at   bigint  not null,
  finished_at  bigint,
  standing     text    not null,
  error_code   text,
  error_detail text,
  check ((status = 'FAILED') = (error_code is not null)),
  check ((status = 'RUNNING') = (finished_at is null))
);

create index paper_session_running on paper_session (number) where status = 'RUNNING';

create table health (checked_at bigint not null);
insert into health (checked_at) values (0);

-- The queues, as db-scheduler wants them.
create table scheduled_tasks (
  task_name            text      not null,
  task_instance        text      not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean   not null,
  picked_by            text,
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint    not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

create table scheduled_sweeps (like scheduled_tasks including all);
create table webhook_task (like scheduled_tasks including all);
