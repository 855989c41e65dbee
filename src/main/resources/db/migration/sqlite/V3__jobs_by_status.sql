-- Counting jobs by state reads this index alone, not the jobs.
create index job_status on job (status);
