package com.gammareplay.webhooks;

import com.gammareplay.jobs.store.Transactions;
import com.gammareplay.requests.CallbackUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of deliveries and of the attempts at them. */
@Component
class DeliveryRows {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    DeliveryRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Adds a delivery, within the transaction that ends its job. */
    void add(String id, String jobId, String event, String payload, Instant now) {
        jdbc.sql("""
                        insert into webhook_delivery (id, job_id, event, payload, state, created_at, next_attempt_at)
                        values (?, ?, ?, ?, 'PENDING', ?, ?)""")
                .params(id, jobId, event, payload, now.toEpochMilli(), now.toEpochMilli())
                .update();
    }

    /** A delivery that is still to be sent. */
    Optional<PendingDelivery> pending(String id) {
        return transactions
                .reading()
                .execute(_ -> jdbc.sql("""
                        select job_id, callback_url, payload, next_attempt_at,
                          (select count(*) from webhook_attempt where delivery_id = delivery.id)
                        from webhook_delivery as delivery join job on job.id = delivery.job_id
                        where delivery.id = ? and state = 'PENDING'""")
                        .params(id)
                        .query((row, _) -> new PendingDelivery(
                                id,
                                row.getString(1),
                                new CallbackUrl(row.getString(2)),
                                row.getString(3),
                                row.getInt(5),
                                Instant.ofEpochMilli(row.getLong(4))))
                        .optional());
    }

    /** Notes that an attempt begins; false if the delivery has ended, or gone with its job. */
    boolean begin(String id, int number, Instant now) {
        return transactions.writing().execute(_ -> {
            interrupt("delivery_id = ?", id);
            return jdbc.sql("""
                            insert into webhook_attempt (delivery_id, number, at)
                            select id, ?, ? from webhook_delivery where id = ? and state = 'PENDING'""").params(number, now.toEpochMilli(), id).update() == 1;
        });
    }

    /** Notes of attempts without an outcome that nobody knows what came of them. */
    private void interrupt(String which, Object... parameters) {
        jdbc.sql("update webhook_attempt set error = '" + AttemptError.INTERRUPTED.name()
                        + "' where status is null and error is null and " + which)
                .params(parameters)
                .update();
    }

    /**
     * Notes what came of an attempt, and with it how the delivery is now, unless a later attempt
     * was begun, since this one was taken for interrupted: then that one decides.
     *
     * @param next time of the next attempt, if there is to be one
     * @return false if the delivery is another attempt's, has ended before, or gone with its job
     */
    boolean conclude(
            String id, int number, Duration took, Outcome outcome, DeliveryState state, @Nullable Instant next) {
        var error = outcome.error();
        return transactions.writing().execute(_ -> {
            jdbc.sql("""
                            update webhook_attempt set duration_ms = ?, status = ?, error = ?
                            where delivery_id = ? and number = ?""")
                    .param(took.toMillis())
                    .param(outcome.status())
                    .param(error == null ? null : error.name())
                    .param(id)
                    .param(number)
                    .update();
            var isLast = jdbc.sql("select coalesce(max(number), 0) = ? from webhook_attempt where delivery_id = ?")
                    .params(number, id)
                    .query(Boolean.class)
                    .single();
            return isLast && update(id, state, next);
        });
    }

    /** Notes that a delivery is not sent any more; false if it has ended before. */
    boolean giveUp(String id) {
        return transactions.writing().execute(_ -> {
            interrupt("delivery_id = ?", id);
            return update(id, DeliveryState.GIVEN_UP, null);
        });
    }

    private boolean update(String id, DeliveryState state, @Nullable Instant next) {
        return jdbc.sql("update webhook_delivery set state = ?, next_attempt_at = ? where id = ? and state = 'PENDING'")
                        .param(state.name())
                        .param(next == null ? null : next.toEpochMilli())
                        .param(id)
                        .update()
                == 1;
    }

    /** Frees what an earlier process was sending: this process is the only one, so that one is gone. */
    void release() {
        transactions.writing().executeWithoutResult(_ -> {
            jdbc.sql("update webhook_task set picked = 0, picked_by = null, last_heartbeat = null where picked = 1")
                    .update();
            interrupt("true");
        });
    }

    /** The deliveries of a job with their attempts. */
    List<Delivery> of(String jobId) {
        return transactions
                .reading()
                .execute(_ -> jdbc.sql("""
                        select id, event, state, created_at, next_attempt_at
                        from webhook_delivery where job_id = ? order by created_at""")
                        .params(jobId)
                        .query((row, _) -> new Delivery(
                                row.getString(1),
                                row.getString(2),
                                DeliveryState.valueOf(row.getString(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                Optional.ofNullable((Number) row.getObject(5))
                                        .map(millis -> Instant.ofEpochMilli(millis.longValue()))
                                        .orElse(null),
                                attempts(row.getString(1))))
                        .list());
    }

    private List<Attempt> attempts(String id) {
        return jdbc.sql("""
                        select number, at, duration_ms, status, error
                        from webhook_attempt where delivery_id = ? order by number""")
                .params(id)
                .query((row, _) -> new Attempt(
                        row.getInt(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getObject(3) == null ? null : row.getLong(3),
                        row.getObject(4) == null ? null : row.getInt(4),
                        row.getString(5) == null ? null : AttemptError.valueOf(row.getString(5))))
                .list();
    }
}
