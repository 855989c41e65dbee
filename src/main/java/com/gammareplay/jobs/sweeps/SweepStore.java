package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.store.Transactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tables of sweeps. Number 0 is the base, the combinations follow in their order; what the column {@code trials} and
 * the API call trials is how many these are.
 */
@Component
class SweepStore {

    private static final String NOTHING = "attempt = attempt";
    /** Neither the deaths nor the attempts before count any more. */
    private static final String FORGIVEN = "deaths = 0, excused = attempt";

    private final JdbcClient jdbc;
    private final TransactionOperations writing;
    private final TransactionOperations reading;

    SweepStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.writing = transactions.writing();
        this.reading = transactions.reading();
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(_ -> query.get()));
    }

    /** Notes a sweep, within the transaction that accepts its job. */
    void add(String id, int combinations) {
        jdbc.sql("insert into sweep (job_id, trials) values (?, ?)")
                .params(id, combinations)
                .update();
    }

    /** Combinations kept so far, the base with them: they are kept in their order, so the last one tells. */
    int kept(String id) {
        return read(() -> jdbc.sql("select coalesce(max(number) + 1, 0) from sweep_row where job_id = ?")
                .param(id)
                .query(Integer.class)
                .single());
    }

    /** Keeps combinations, all of them or none; a sweep that gets on is not what its earlier workers died of. */
    void keep(Job job, int first, List<KeptCombination> combinations) {
        change(job, FORGIVEN, () -> {
            for (var i = 0; i < combinations.size(); i++) {
                keep(job.id(), first + i, combinations.get(i));
            }
        });
    }

    /**
     * Changes a sweep, as long as this attempt at it is the one that runs: its process may have been taken for dead.
     *
     * @param mark what is noted with the job, which keeps others from beginning it before all is written
     * @throws CancellationException if the attempt is not to go on
     */
    private void change(Job job, String mark, Runnable changes) {
        writing.executeWithoutResult(_ -> {
            var isRunning = jdbc.sql("update job set " + mark + " where id = ? and attempt = ? and status = 'RUNNING'")
                            .params(job.id(), job.attempt())
                            .update()
                    == 1;
            if (!isRunning) {
                throw new CancellationException("attempt " + job.attempt() + " is not the one that runs");
            }
            changes.run();
        });
    }

    private void keep(String id, int number, KeptCombination one) {
        var sharpe = one.sharpe();
        jdbc.sql("""
                        insert into sweep_row (job_id, number, headline, sharpe, sessions, skewness, kurtosis, intervals)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(number)
                .param(one.headline())
                .param(sharpe == null ? null : sharpe.ratio())
                .param(sharpe == null ? null : sharpe.sessions())
                .param(sharpe == null ? null : sharpe.skewness())
                .param(sharpe == null ? null : sharpe.kurtosis())
                .param(one.intervals())
                .update();
    }

    /** What the combinations were replayed from, empty if that was not noted. */
    String data(String id) {
        return read(() -> jdbc.sql("select coalesce(data, '') from sweep where job_id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    void madeFrom(Job job, String data) {
        change(
                job,
                NOTHING,
                () -> jdbc.sql("update sweep set data = ? where job_id = ?")
                        .params(data, job.id())
                        .update());
    }

    /** Drops combinations and choices, and counts that. */
    void beginAnew(Job job) {
        change(job, NOTHING, () -> {
            jdbc.sql("delete from sweep_row where job_id = ?").param(job.id()).update();
            jdbc.sql("delete from sweep_choice where job_id = ?")
                    .param(job.id())
                    .update();
            jdbc.sql("update sweep set data = null, begun_anew = begun_anew + 1 where job_id = ?")
                    .param(job.id())
                    .update();
        });
    }

    /** How often all combinations were dropped. */
    int begunAnew(String id) {
        return read(() -> jdbc.sql("select coalesce(max(begun_anew), 0) from sweep where job_id = ?")
                .param(id)
                .query(Integer.class)
                .single());
    }

    void describe(Job job, String provenance) {
        change(
                job,
                NOTHING,
                () -> jdbc.sql("update sweep set provenance = ? where job_id = ?")
                        .params(provenance, job.id())
                        .update());
    }

    Optional<String> provenance(String id) {
        return read(() -> jdbc.sql("select provenance from sweep where job_id = ? and provenance is not null")
                .param(id)
                .query(String.class)
                .optional());
    }

    List<Integer> choices(String id) {
        return read(() -> jdbc.sql("select number from sweep_choice where job_id = ? order by \"window\"")
                .param(id)
                .query(Integer.class)
                .list());
    }

    /** Keeps the choice in a window, which forgives as combinations do. */
    void choose(Job job, int window, int number) {
        change(
                job,
                FORGIVEN,
                () -> jdbc.sql("insert into sweep_choice (job_id, \"window\", number) values (?, ?, ?)")
                        .params(job.id(), window, number)
                        .update());
    }

    /** Keeps a walk-forward test, within the transaction that ends the job. */
    void keepWalkForward(String id, String json) {
        jdbc.sql("update sweep set walk_forward = ? where job_id = ?")
                .params(json, id)
                .update();
    }

    Optional<String> walkForward(String id) {
        return read(() -> jdbc.sql("select walk_forward from sweep where job_id = ? and walk_forward is not null")
                .param(id)
                .query(String.class)
                .optional());
    }

    /** How far sweeps are, by id. */
    Map<String, CombinationCounts> counts(Collection<String> ids) {
        var found = new HashMap<String, CombinationCounts>();
        if (!ids.isEmpty()) {
            read(() -> jdbc.sql("""
                            select job_id, trials, coalesce((
                                select max(number) from sweep_row where sweep_row.job_id = sweep.job_id), 0)
                            from sweep where job_id in (:ids)""")
                            .param("ids", ids)
                            .query((row, _) ->
                                    Map.entry(row.getString(1), new CombinationCounts(row.getInt(2), row.getInt(3))))
                            .list())
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }
}
