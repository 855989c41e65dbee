-- How many attempts do not count against the most that a job may have.
alter table job add column excused integer not null default 0;
