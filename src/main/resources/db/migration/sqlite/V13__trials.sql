-- What each run of a sweep says about how sure it is: the Sharpe ratio of its sessions with what its error depends on, null if
-- there is none, and its confidence intervals as JSON, null if they were not asked for.
alter table sweep_row add column sharpe real;
alter table sweep_row add column sessions integer;
alter table sweep_row add column skewness real;
alter table sweep_row add column kurtosis real;
alter table sweep_row add column intervals text;

-- The combinations that were tried on which data, by the digests of the rows read and of the request, so that a request that
-- is run again counts once. It has no job: it stays when jobs are deleted. The sums are over those with a Sharpe ratio.
create table trial (
  data         text    not null,
  request      text    not null,
  combinations integer not null,
  sharpes      integer not null,
  sharpe_sum   real    not null,
  square_sum   real    not null,
  primary key (data, request)
) without rowid;
