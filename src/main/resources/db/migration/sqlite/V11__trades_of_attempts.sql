-- The trades of an attempt, as JSON, in order of closing from 1: written with its progress, for those who follow it. They go
-- when the job succeeds, since its result has them, or begins anew.
create table job_trade (
  job_id  text    not null references job (id) on delete cascade,
  attempt integer not null,
  number  integer not null,
  content text    not null,
  primary key (job_id, attempt, number)
);
