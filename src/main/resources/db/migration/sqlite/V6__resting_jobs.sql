-- 1 while a running job lets others go first: it is not what the process dies of meanwhile.
alter table job add column resting integer not null default 0;
