-- A place in the queue is the number of those that wait before it, counted from this index alone.
create index job_waiting on job (kind, number) where status = 'QUEUED';

-- A sweep that lets others pass can be blamed once for what they do, which its next slice forgives.
alter table job drop column resting;

-- What was to be tried again had a time of its own; all jobs wait by their numbers now.
update scheduled_tasks set execution_time = (select number from job where id = task_instance)
where task_instance in (select id from job);

update scheduled_sweeps set execution_time = (select number from job where id = task_instance)
where task_instance in (select id from job);
