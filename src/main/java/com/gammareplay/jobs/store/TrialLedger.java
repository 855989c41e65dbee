package com.gammareplay.jobs.store;

import com.gammareplay.hash.Sha256;
import com.gammareplay.statistics.Trials;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How many combinations were tried on which data so far, by all jobs that have succeeded, also those deleted since. */
@Component
public class TrialLedger {

    private final JdbcClient jdbc;
    private final TransactionOperations reading;

    TrialLedger(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.reading = transactions.reading();
    }

    /**
     * Notes what a job has tried, within the transaction that ends it. The same request on the same data counts once.
     *
     * @param data digest of the rows that it read
     * @param request what it was asked for
     */
    public void keep(String data, String request, Trials tried) {
        jdbc.sql("""
                        insert into trial (data, request, combinations, sharpes, sharpe_sum, square_sum)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(data, Sha256.hex(request), tried.combinations(), tried.ratios(), tried.sum(), tried.squares())
                .update();
    }

    /** What was tried on some data. */
    public Trials on(String data) {
        return Objects.requireNonNull(reading.execute(_ -> jdbc.sql("""
                        select coalesce(sum(combinations), 0), coalesce(sum(sharpes), 0),
                          coalesce(sum(sharpe_sum), 0), coalesce(sum(square_sum), 0)
                        from trial where data = ?""")
                .param(data)
                .query((row, _) -> new Trials(row.getLong(1), row.getLong(2), row.getDouble(3), row.getDouble(4)))
                .single()));
    }
}
