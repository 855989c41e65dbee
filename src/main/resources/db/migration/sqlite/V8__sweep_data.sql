-- What the kept rows of a sweep were made from, a line for the version and one for each session; null before the first row.
alter table sweep add column data text;

-- How often all rows were dropped since that had changed.
alter table sweep add column begun_anew integer not null default 0;

-- What all rows were made from, as JSON; once it has ended.
alter table sweep add column provenance text;
