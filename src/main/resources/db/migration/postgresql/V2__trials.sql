-- As V13 for SQLite, which says more.
alter table sweep_row add column sharpe double precision;
alter table sweep_row add column sessions integer;
alter table sweep_row add column skewness double precision;
alter table sweep_row add column kurtosis double precision;
alter table sweep_row add column intervals text;

create table trial (
  data         text             not null,
  request      text             not null,
  combinations integer          not null,
  sharpes      integer          not null,
  sharpe_sum   double precision not null,
  square_sum   double precision not null,
  primary key (data, request)
);
