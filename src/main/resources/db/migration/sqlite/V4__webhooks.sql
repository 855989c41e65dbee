alter table job add column callback_url text;

-- What is to be told of the end of a job, the same bytes at each attempt. Its id is the receiver's to recognize it by.
create table webhook_delivery (
  id              text    primary key,
  job_id          text    not null unique references job (id) on delete cascade,
  event           text    not null,
  payload         text    not null,
  state           text    not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  created_at      integer not null,
  next_attempt_at integer,
  check ((state = 'PENDING') = (next_attempt_at is not null))
);

-- An attempt is written before it is made: one that has neither status nor error is under way.
create table webhook_attempt (
  delivery_id text    not null references webhook_delivery (id) on delete cascade,
  number      integer not null,
  at          integer not null,
  duration_ms integer,
  status      integer,
  error       text,
  primary key (delivery_id, number)
);

-- A queue of its own, as db-scheduler wants it, so that deliveries never take a worker from the backtests.
create table webhook_task (
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

create index webhook_task_execution_time on webhook_task (execution_time);
create index webhook_task_last_heartbeat on webhook_task (last_heartbeat);
