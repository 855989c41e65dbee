package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.testing.TestData;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same request on the same data gives the same bytes, and the future changes nothing of the past. */
class DeterminismTest {

    private static final int AT_ONCE = 8;
    private static final int MOST_DAYS = 3;

    static Stream<Path> goldens() {
        return GoldenRuns.files().stream();
    }

    private static RawRequest request(Path golden) {
        return GoldenRuns.request(TestData.json(golden).path("request"));
    }

    private static Path golden(String name) {
        return TestData.folder().resolve("golden").resolve(name);
    }

    @Test
    void eight_replays_at_once_give_the_bytes_of_one_alone() throws Exception {
        var file = golden("spy-january-mid.json");
        var alone = GoldenRuns.text(GoldenRuns.result(file));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var replays = IntStream.range(0, AT_ONCE)
                    .<Callable<String>>mapToObj(_ -> () -> GoldenRuns.text(GoldenRuns.run(request(file))))
                    .toList();
            for (var replay : threads.invokeAll(replays)) {
                assertThat(replay.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void two_indices_give_the_same_bytes_twice() {
        var file = golden("synthetic-costs.json");

        assertThat(GoldenRuns.text(GoldenRuns.run(request(file)))).isEqualTo(GoldenRuns.text(GoldenRuns.result(file)));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void a_replay_to_a_day_agrees_with_one_beyond_it(Path file) {
        var full = GoldenRuns.result(file);
        for (var day : days(full)) {
            var part = GoldenRuns.run(until(request(file), day));

            assertThat(decisions(part, day)).isEqualTo(decisions(full, day));
            assertThat(trades(part, day)).isEqualTo(trades(full, day));
            assertThat(part.sessions())
                    .isEqualTo(full.sessions().subList(0, part.sessions().size()));
        }
    }

    /** The first, the middle and the last traded session that others follow. */
    private static List<LocalDate> days(ReplayResult full) {
        var traded = full.sessions().stream()
                .filter(session -> session.status() == Status.TRADED)
                .map(SessionResult::date)
                .toList();
        var all = traded.subList(0, traded.size() - 1);
        return Stream.of(0, all.size() / 2, all.size() - 1)
                .distinct()
                .limit(MOST_DAYS)
                .map(all::get)
                .collect(Collectors.toList());
    }

    private static RawRequest until(RawRequest raw, LocalDate day) {
        return new RawRequest(
                raw.dataset(),
                raw.databaseZone(),
                raw.indices(),
                raw.from(),
                day.toString(),
                raw.preset(),
                raw.parameters(),
                raw.startingBalance(),
                raw.requireCoverage());
    }

    private static List<Decision> decisions(ReplayResult result, LocalDate day) {
        return result.ledger().decisions().stream()
                .filter(decision -> !decision.session().isAfter(day))
                .toList();
    }

    private static List<Trade> trades(ReplayResult result, LocalDate day) {
        return result.ledger().trades().stream()
                .filter(trade -> !trade.session().isAfter(day))
                .toList();
    }
}
