-- Paper sessions: the bot on a live market. What was seen and decided is in their recordings; here is what was asked for,
-- how they stand, as JSON, and how they ended. A session that is to stop does so after a restart too.
create table paper_session (
  number       integer primary key autoincrement,
  id           text    not null unique,
  status       text    not null check (status in ('RUNNING', 'FINISHED', 'STOPPED', 'FAILED')),
  stopping     integer not null default 0,
  label        text,
  source       text    not null,
  session      text    not null,
  speed        integer,
  request      text    not null,
  created_at   integer not null,
  finished_at  integer,
  standing     text    not null,
  error_code   text,
  error_detail text,
  check ((status = 'FAILED') = (error_code is not null)),
  check ((status = 'RUNNING') = (finished_at is null))
);

create index paper_session_running on paper_session (number) where status = 'RUNNING';
