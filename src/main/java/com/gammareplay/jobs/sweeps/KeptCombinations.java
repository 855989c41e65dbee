package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.jobs.store.Transactions;
import com.gammareplay.statistics.SessionSharpe;
import com.gammareplay.statistics.Trials;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at the combinations of sweeps. Number 0 is the base, they follow in their order. */
@Component
class KeptCombinations {

    private final JdbcClient jdbc;
    private final TransactionOperations reading;

    KeptCombinations(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.reading = transactions.reading();
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(_ -> query.get()));
    }

    /** The combinations, from 0, best first; those without the number last, and of two equal ones the first first. */
    List<Integer> ranking(String id, String number, boolean descending, WarningFilter without, int offset, int limit) {
        return read(() -> jdbc.sql("select number - 1 from sweep_row where job_id = ? and number > 0"
                        + without.condition() + " order by cast(headline ->> ? as double precision) "
                        + (descending ? "desc" : "asc")
                        + " nulls last, number limit ? offset ?")
                .params(id, number, limit, offset)
                .query(Integer.class)
                .list());
    }

    /** Some of them by number. */
    Map<Integer, KeptCombination> find(String id, Collection<Integer> numbers) {
        var found = new HashMap<Integer, KeptCombination>();
        if (!numbers.isEmpty()) {
            read(() -> jdbc.sql("""
                            select number, headline, sharpe, sessions, skewness, kurtosis, intervals from sweep_row
                            where job_id = :id and number in (:numbers)""")
                            .param("id", id)
                            .param("numbers", numbers)
                            .query((row, _) -> Map.entry(row.getInt("number"), combination(row)))
                            .list())
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private static KeptCombination combination(ResultSet row) throws SQLException {
        var ratio = row.getDouble("sharpe");
        var sharpe = row.wasNull()
                ? null
                : new SessionSharpe(
                        ratio, row.getInt("sessions"), row.getDouble("skewness"), row.getDouble("kurtosis"));
        return new KeptCombination(row.getString("headline"), sharpe, row.getString("intervals"));
    }

    /** All combinations of a sweep that has tried them. */
    Trials tried(String id) {
        return read(() -> jdbc.sql("""
                        select count(*), count(sharpe), coalesce(sum(sharpe), 0), coalesce(sum(sharpe * sharpe), 0)
                        from sweep_row where job_id = ? and number > 0""")
                .param(id)
                .query((row, _) -> new Trials(row.getLong(1), row.getLong(2), row.getDouble(3), row.getDouble(4)))
                .single());
    }

    /** One number of every combination that a filter does not leave out, in their order. */
    List<CombinationNumber> numbers(String id, String number, WarningFilter without) {
        return read(() -> jdbc.sql("select number - 1, cast(headline ->> ? as double precision),"
                        + " (select string_agg(key, ',') from json_each(headline -> 'warnings'))"
                        + " from sweep_row where job_id = ? and number > 0" + without.condition() + " order by number")
                .params(number, id)
                .query((row, _) -> {
                    var value = row.getDouble(2);
                    var isKnown = !row.wasNull();
                    return CombinationNumber.of(row.getInt(1), isKnown ? value : null, row.getString(3));
                })
                .list());
    }
}
