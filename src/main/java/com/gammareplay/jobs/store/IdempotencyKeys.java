package com.gammareplay.jobs.store;

import com.gammareplay.hash.Sha256;
import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers for a day which submission came with which key. */
@Component
public class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final TransactionOperations reading;
    private final InstantSource clock;
    private final Set<IdempotencyKey> inUse = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.reading = transactions.reading();
        this.clock = clock;
    }

    private record Known(String digest, String jobId) {}

    /** Does what is to be done for a key while nobody else does it for the same. */
    public <T> T alone(IdempotencyKey key, Supplier<T> task) {
        if (!inUse.add(key)) {
            throw new SubmissionRefusedException(Reason.KEY_IN_USE);
        }
        try {
            return task.get();
        } finally {
            inUse.remove(key);
        }
    }

    /** The id of the job that was accepted by a key with the same body. */
    public Optional<String> jobOf(IdempotencyKey key, byte[] body) {
        var known = known(key);
        if (known.isPresent() && !known.get().digest().equals(Sha256.hex(body))) {
            throw new SubmissionRefusedException(Reason.KEY_REUSED);
        }
        return known.map(Known::jobId);
    }

    private Optional<Known> known(IdempotencyKey key) {
        return reading.execute(_ -> jdbc.sql("""
                        select digest, job_id from idempotency_key
                        where caller = ? and value = ? and created_at > ?""")
                .params(key.caller(), key.value(), oldest())
                .query((row, _) -> new Known(row.getString(1), row.getString(2)))
                .optional());
    }

    /** Remembers a key, within the transaction that accepts its job. */
    public void keep(IdempotencyKey key, byte[] body, Job job) {
        jdbc.sql("delete from idempotency_key where caller = ? and value = ? and created_at <= ?")
                .params(key.caller(), key.value(), oldest())
                .update();
        var kept = jdbc.sql("""
                        insert into idempotency_key (caller, value, digest, job_id, created_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        key.caller(),
                        key.value(),
                        Sha256.hex(body),
                        job.id(),
                        job.createdAt().toEpochMilli())
                .update();
        if (kept == 0) { // another process was faster
            throw new SubmissionRefusedException(Reason.KEY_IN_USE);
        }
    }

    /** Forgets some keys that are too old; how many. */
    int purge(int limit) {
        return jdbc.sql("""
                        delete from idempotency_key where (caller, value) in (
                          select caller, value from idempotency_key where created_at <= ? order by created_at limit ?)""").params(oldest(), limit).update();
    }

    private long oldest() {
        return clock.instant().minus(KEPT).toEpochMilli();
    }
}
