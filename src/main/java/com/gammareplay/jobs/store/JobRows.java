package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobStatus;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of jobs. Each change of state names the states it may start from; the database decides who was first. */
@Transactional(readOnly = true)
public interface JobRows extends Repository<Job, Long> {

    @Query(value = "select * from job where id in (:ids)", rowMapperClass = JobRow.class)
    List<Job> find(Collection<String> ids);

    @Query(value = "select * from job where number in (:numbers)", rowMapperClass = JobRow.class)
    List<Job> all(Collection<Long> numbers);

    @Query(value = "select * from job where status = 'RUNNING'", rowMapperClass = JobRow.class)
    List<Job> running();

    @Query("select id from job where status = 'CANCELLING'")
    List<String> cancelling();

    @Query("select count(*) from job where status in ('RUNNING', 'CANCELLING')")
    int runningCount();

    /** When the first job that waits was accepted, in milliseconds since 1970. */
    @Query("select created_at from job where status = 'QUEUED' order by number limit 1")
    Optional<Long> oldestWaiting();

    @Modifying
    @Transactional
    @Query("""
            update job set status = 'RUNNING', attempt = attempt + 1, started_at = :now,
              sessions_done = null, sessions_total = null, ticks_done = null, ticks_total = null,
              session = null, trades = null, pnl = null, progress_at = null
            where id = :id and status in (:from)""")
    int start(String id, long now, Collection<JobStatus> from);

    @Modifying
    @Transactional
    @Query("""
            update job set sessions_done = :sessionsDone, sessions_total = :sessionsTotal, ticks_done = :ticksDone,
              ticks_total = :ticksTotal, session = :session, trades = :trades, pnl = :pnl,
              progress_at = :progressAt
            where id = :id and attempt = :attempt and status = 'RUNNING'""")
    int progress(
            String id,
            int attempt,
            int sessionsDone,
            int sessionsTotal,
            long ticksDone,
            long ticksTotal,
            String session,
            int trades,
            long pnl,
            long progressAt);

    @Modifying
    @Transactional
    @Query("update job set status = 'CANCELLING' where id = :id and status = 'RUNNING'")
    int cancelling(String id);

    @Modifying
    @Transactional
    @Query("""
            update job set status = 'QUEUED', excused = excused + case when excused < attempt then :excused else 0 end
            where id = :id and attempt = :attempt and status = 'RUNNING'""")
    int putBack(String id, int attempt, int excused);

    @Modifying
    @Transactional
    @Query("""
            update job set status = 'QUEUED', deaths = deaths + 1
            where id = :id and attempt = :attempt and status = 'RUNNING'""")
    int died(String id, int attempt);

    @Modifying
    @Transactional
    @Query("""
            update job set status = :to, finished_at = :now, error_code = :code, error_detail = :detail,
              headline = :headline
            where id = :id and attempt = :attempt and status in (:from)""")
    int finish(
            String id,
            int attempt,
            JobStatus to,
            long now,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String headline,
            Collection<JobStatus> from);

    @Modifying
    @Transactional
    @Query("update job set status = 'CANCELLED', finished_at = :now where id = :id and status = :from")
    int cancelled(String id, JobStatus from, long now);

    @Modifying
    @Transactional
    @Query("""
            delete from job where number in (
              select number from job where finished_at < :before order by finished_at limit :limit)""")
    int deleteFinishedBefore(long before, int limit);

    @Modifying
    @Transactional
    @Query("delete from job where id = :id and finished_at is not null")
    int delete(String id);
}
