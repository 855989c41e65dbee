package com.gammareplay.jobs.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tries to write to the jobs database; at most once a second, however many ask. Thread-safe. */
@Component
class JobsDatabaseHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(JobsDatabaseHealthIndicator.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;
    private Instant checked = Instant.MIN;
    private @Nullable Health last;

    JobsDatabaseHealthIndicator(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        var now = clock.instant();
        var known = last;
        if (known == null || checked.isBefore(now.minus(FRESH))) {
            known = check();
            last = known;
            checked = clock.instant(); // others have waited for the answer meanwhile
        }
        return known;
    }

    /** Writes what nobody reads. */
    private Health check() {
        try {
            transactions
                    .writing()
                    .executeWithoutResult(_ -> jdbc.sql("update health set checked_at = ?")
                            .param(clock.millis())
                            .update());
            return Health.up().build();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The jobs database cannot be written: {}",
                    StorageTrouble.in(e).orElse(e.toString()));
            return Health.down().build();
        }
    }
}
