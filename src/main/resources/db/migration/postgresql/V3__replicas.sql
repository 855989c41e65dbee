-- The processes that live, each with the names of the recordings that it can read, as JSON.
create table replica (
  id       text        primary key,
  datasets json        not null,
  workers  integer     not null,
  seen_at  timestamptz not null
);
