package com.gammareplay.replay.coverage;

import com.gammareplay.bot.StrategyParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What to set for a recording that is sparser than the bot expects (docs/trust.md). Limits are those of the sparsest
 * index, since a request has one for all.
 */
public record Suggestions(Suggestion maxQuoteAge, Suggestion snapshotBefore, Suggestion requireCoverage) {

    /** Older prices are none, whatever they would find. */
    static final int OLDEST = 900;

    /** In percent. */
    private static final int MOST = 95;

    private static final int HALF = 50;
    private static final BigDecimal LEAST_COVERAGE = new BigDecimal("0.5");

    /** What these sessions ask for. */
    static Suggestions of(List<SessionCoverage> sessions, StrategyParameters.Data standard) {
        var recorded = sessions.stream().filter(SessionCoverage::hasData).toList();
        var quotes = maxQuoteAge(recorded, standard.maxQuoteAge());
        var age =
                quotes.value() == null ? standard.maxQuoteAge() : quotes.value().intValue();
        var covered = recorded.stream()
                .filter(session -> session.isCovered(HALF, age))
                .toList();
        return new Suggestions(
                quotes,
                snapshotBefore(covered, standard.snapshotBefore(), age),
                requireCoverage(recorded.size(), covered.size(), age));
    }

    /** The numbers of each index over all sessions; empty ones are left out. */
    private static List<long[]> perIndex(List<SessionCoverage> sessions, Function<IndexSession, LongStream> numbers) {
        var found = new ArrayList<long[]>();
        var indices = sessions.isEmpty() ? 0 : sessions.getFirst().indices().size();
        for (var place = 0; place < indices; place++) {
            var index = place;
            var all = sessions.stream()
                    .flatMapToLong(session -> numbers.apply(session.indices().get(index)))
                    .toArray();
            if (all.length > 0) {
                found.add(all);
            }
        }
        return found;
    }

    private static long limit(List<long[]> numbers) {
        return numbers.stream().mapToLong(Suggestions::limit).max().orElseThrow();
    }

    /** The least of some numbers that {@link #MOST} percent of them do not exceed. */
    private static long limit(long[] numbers) {
        var sorted = LongStream.of(numbers).sorted().toArray();
        return sorted[(int) ((MOST * (long) sorted.length + 99) / 100) - 1];
    }

    private static Suggestion maxQuoteAge(List<SessionCoverage> sessions, int standard) {
        var distances = perIndex(sessions, index -> index.quotes().distances());
        if (distances.isEmpty()) {
            return Suggestion.none("no session has leg prices at two instants");
        }
        var limit = limit(distances);
        var followed = MOST + " % of the quotes are followed by the next within " + limit + " s";
        if (limit <= standard) {
            return Suggestion.none("not needed: " + followed);
        }
        if (limit > OLDEST) {
            return Suggestion.none("no limit helps: " + followed + ", and prices that old are none");
        }
        return new Suggestion(
                BigDecimal.valueOf(limit),
                followed + "; with it " + ticks(sessions, limit) + " of the ticks see one, with " + standard + " s "
                        + ticks(sessions, standard));
    }

    private static String ticks(List<SessionCoverage> sessions, long maxQuoteAge) {
        var seen = sessions.stream()
                .flatMap(session -> session.indices().stream())
                .mapToLong(index -> index.quotes().ticksWithin(maxQuoteAge))
                .sum();
        var all = sessions.stream()
                .mapToLong(session -> (long) session.ticks() * session.indices().size())
                .sum();
        return 100 * seen / all + " %";
    }

    private static Suggestion snapshotBefore(List<SessionCoverage> sessions, int standard, int maxQuoteAge) {
        var wanted = perIndex(sessions, index -> index.checks().stream().mapToLong(CheckCoverage::wanted));
        if (wanted.isEmpty()) {
            return Suggestion.none("no session has quotes within " + maxQuoteAge + " s at half of its ticks");
        }
        var limit = limit(wanted);
        if (limit <= standard) {
            return Suggestion.none(
                    "not needed: " + found(wanted, standard) + " find a peak snapshot within " + standard + " s");
        }
        if (limit == CheckCoverage.NEVER) {
            return Suggestion.none(
                    "no limit helps: only " + found(wanted, limit - 1) + " find a peak snapshot, however old");
        }
        var finds = found(wanted, limit) + " find a peak snapshot within " + limit + " s";
        return limit > OLDEST
                ? Suggestion.none("no limit helps: " + finds + ", and peaks that old are those of another market")
                : new Suggestion(
                        BigDecimal.valueOf(limit),
                        finds + ", " + found(wanted, standard) + " within " + standard + " s");
    }

    private static String found(List<long[]> wanted, long before) {
        var checks = wanted.stream().mapToLong(some -> some.length).sum();
        var found = wanted.stream()
                .flatMapToLong(LongStream::of)
                .filter(seconds -> seconds <= before)
                .count();
        return found + " of " + checks + " checks";
    }

    private static Suggestion requireCoverage(int recorded, int covered, int age) {
        var quotes = "quotes within " + age + " s at half of ";
        if (covered == 0) {
            return Suggestion.none(
                    recorded == 0
                            ? "no session has data"
                            : "it would leave nothing: no session has " + quotes + "its ticks");
        }
        if (covered == recorded) {
            return Suggestion.none("not needed: every session with data has " + quotes + "its ticks or more");
        }
        return new Suggestion(
                LEAST_COVERAGE,
                "leaves out " + (recorded - covered) + " of " + recorded + " sessions with data, which do not have "
                        + quotes + "their ticks");
    }
}
