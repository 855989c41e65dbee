package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.store.Transactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    void keep(String id, int first, List<KeptCombination> combinations) {
        writing.executeWithoutResult(_ -> {
            for (var i = 0; i < combinations.size(); i++) {
                keep(id, first + i, combinations.get(i));
            }
            forgive(id);
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

    /** Neither the deaths nor the attempts before count any more. */
    private void forgive(String id) {
        jdbc.sql("update job set deaths = 0, excused = attempt where id = ?")
                .param(id)
                .update();
    }

    /** What the combinations were replayed from, empty if that was not noted. */
    String data(String id) {
        return read(() -> jdbc.sql("select coalesce(data, '') from sweep where job_id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    void madeFrom(String id, String data) {
        writing.executeWithoutResult(
                _ -> jdbc.sql("update sweep set data = ? where job_id = ? and data is distinct from ?")
                        .params(data, id, data)
                        .update());
    }

    /** Drops combinations and choices, and counts that. */
    void beginAnew(String id) {
        writing.executeWithoutResult(_ -> {
            jdbc.sql("delete from sweep_row where job_id = ?").param(id).update();
            jdbc.sql("delete from sweep_choice where job_id = ?").param(id).update();
            jdbc.sql("update sweep set data = null, begun_anew = begun_anew + 1 where job_id = ?")
                    .param(id)
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

    void describe(String id, String provenance) {
        writing.executeWithoutResult(_ -> jdbc.sql("update sweep set provenance = ? where job_id = ?")
                .params(provenance, id)
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
    void choose(String id, int window, int number) {
        writing.executeWithoutResult(_ -> {
            jdbc.sql("insert into sweep_choice (job_id, \"window\", number) values (?, ?, ?)")
                    .params(id, window, number)
                    .update();
            forgive(id);
        });
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
