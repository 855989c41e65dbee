package com.gammareplay.replay.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.replay.Headline;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.statistics.Intervals;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.statistics.SessionSharpe;
import com.gammareplay.testing.AskedSweep;
import com.gammareplay.testing.DeafListener;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepRunTest {

    /** Parameters that differ in what they need of the data, in their ticks, their sessions and their account. */
    static Stream<Map<String, List<Object>>> grids() {
        return Stream.of(
                Map.of("gexSource", List.of("RECORDED", "RECOMPUTED"), "brokenWing", List.of(false, true)),
                Map.of("step", List.of(30, 47), "maxQuoteAge", List.of(20, 90)),
                Map.of(
                        "tradeEarlyClose",
                        List.of(true, false),
                        "excludedDates",
                        List.of(List.of(), List.of("2025-11-25"))),
                Map.of("minShortDistance", List.of(2, 25), "sizing", List.of("FIXED", "HALF_KELLY")),
                Map.of(
                        "fillModel",
                        List.of("NATURAL", "MID"),
                        "entryTimes",
                        List.of(List.of("10:00"), List.of("10:30", "11:00"))));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void every_run_trades_as_a_backtest_of_its_own_does(Map<String, List<Object>> grid) {
        var sweep = DemoSweeps.read(AskedSweep.grid(DemoSweeps.base(Map.of("minCredit", 0.5)), grid));
        var runs = IntStream.range(0, sweep.size())
                .mapToObj(row -> new CombinationReplay(sweep.request(row), 2_500_000, () -> false))
                .toList();
        var sessions =
                DemoSweeps.CALENDAR.sessions(sweep.base().from(), sweep.base().to());
        try (var recordings = new SweptRecordings(DemoSweeps.CATALOG, sweep.base(), () -> false)) {
            var progress = new SweepProgress(new DeafListener(), 30, Workload.NONE);
            new Pass(
                            recordings,
                            sweep.base().indices(),
                            ForkJoinPool.commonPool(),
                            new ParallelWork(ForkJoinPool.commonPool(), 2),
                            progress,
                            new SweptData("test", ""))
                    .replay(runs, sessions);
        }

        var trades = 0;
        for (var row = 0; row < sweep.size(); row++) {
            var alone = DemoSweeps.alone(sweep.request(row)).ledger();
            // A sweep's trades do not say what their exits compared.
            assertThat(runs.get(row).ledger().trades())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("exit.values")
                    .isEqualTo(alone.trades());
            assertThat(runs.get(row).ledger().days()).isEqualTo(alone.days());
            assertThat(runs.get(row).sessions())
                    .isEqualTo(DemoSweeps.alone(sweep.request(row)).sessions());
            trades += alone.trades().size();
        }
        assertThat(trades).isPositive();
    }

    @Test
    void coverage_that_is_asked_for_counts_for_every_run() {
        var covered = new RawRequest(
                "demo", null, List.of("SPX"), "2025-11-24", "2025-12-01", null, Map.of(), null, new BigDecimal("0.97"));
        var sweep = DemoSweeps.read(AskedSweep.grid(covered, Map.of("maxQuoteAge", List.of(1, 90))));
        var rows = DemoSweeps.run(AskedSweep.grid(covered, Map.of("maxQuoteAge", List.of(1, 90))), 1)
                .headlines();

        assertThat(rows).isEqualTo(headlinesAlone(sweep));
        assertThat(tradedSessions(rows.get(1))).isLessThan(tradedSessions(rows.get(2)));
    }

    private static double tradedSessions(Headline headline) {
        return Objects.requireNonNull(headline.summary().shown(ResultNumber.TRADED_SESSIONS))
                .doubleValue();
    }

    private static List<Headline> headlinesAlone(SweepRequest sweep) {
        return IntStream.range(0, sweep.size())
                .mapToObj(row -> DemoSweeps.alone(sweep.request(row)).headline())
                .toList();
    }

    private static AskedSweep wide() {
        var stops =
                IntStream.range(0, 60).<Object>mapToObj(i -> -0.1 - i / 100.0).toList();
        var credits =
                IntStream.range(0, 20).<Object>mapToObj(i -> 0.5 + i / 10.0).toList();
        return AskedSweep.grid(DemoSweeps.base(Map.of("step", 300)), Map.of("stopLoss", stops, "minCredit", credits));
    }

    @Test
    void rows_do_not_depend_on_the_number_of_threads() {
        var one = DemoSweeps.run(wide(), 1).headlines();

        assertThat(one).hasSize(1201);
        assertThat(DemoSweeps.run(wide(), 2).headlines()).isEqualTo(one);
        assertThat(DemoSweeps.run(wide(), 7).headlines()).isEqualTo(one);
        assertThat(one.stream()
                        .map(Headline::summary)
                        .map(summary -> summary.get(ResultNumber.TOTAL_PNL))
                        .distinct()
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void every_run_is_as_sure_as_a_backtest_of_its_own_is() {
        var raw = AskedSweep.grid(DemoSweeps.base(Map.of()), Map.of("maxOpenPositions", List.of(1, 6)));
        var sweep = DemoSweeps.read(raw);
        var sure = DemoSweeps.run(raw.withIntervals(), 2).sweepRows();
        var plain = DemoSweeps.run(raw, 2).sweepRows();

        assertThat(sure).isEqualTo(DemoSweeps.run(raw.withIntervals(), 1).sweepRows());
        for (var row = 0; row < sweep.size(); row++) {
            var alone = DemoSweeps.alone(sweep.request(row)).ledger();
            assertThat(sure.get(row).intervals()).isEqualTo(Intervals.of(alone));
            assertThat(sure.get(row).sharpe())
                    .isEqualTo(SessionSharpe.of(alone))
                    .isNotNull();
            assertThat(plain.get(row))
                    .isEqualTo(new SweptCombination(
                            sure.get(row).headline(), sure.get(row).sharpe(), null));
        }
    }

    @Test
    void a_sweep_goes_on_behind_the_rows_that_are_kept() {
        var kept = new ArrayList<Integer>();
        var interrupted = new AtomicBoolean(true);
        var journal = new MemoryJournal() {
            @Override
            public void keep(List<SweptCombination> more) {
                super.keep(more);
                kept.add(more.size());
            }

            @Override
            public void pause() {
                if (interrupted.get()) {
                    throw new CancellationException("for the test");
                }
            }
        };
        var sweeps = DemoSweeps.sweeps(2);
        var sweep = DemoSweeps.read(wide());
        assertThatThrownBy(() -> sweeps.run(sweep, journal, new DeafListener()))
                .isInstanceOf(CancellationException.class);
        assertThat(kept).containsExactly(1000);

        interrupted.set(false);
        sweeps.run(sweep, journal, new DeafListener());

        assertThat(kept).containsExactly(1000, 201);
        assertThat(journal.summaries()).isEqualTo(DemoSweeps.run(wide(), 1).summaries());
    }

    @Test
    void a_sweep_begins_anew_once_when_its_data_has_changed_and_then_gives_up() {
        var once = new ChangingCatalog(DemoSweeps.CATALOG, 1);
        var sizes = new ArrayList<Integer>();
        var journal = journalOfSizes(sizes, once::change);
        var sweeps = DemoSweeps.sweeps(once, "test");
        var sweep = DemoSweeps.read(wide());
        sweeps.run(sweep, journal, new DeafListener());

        assertThat(sizes).containsExactly(1000, 1000, 201);
        assertThat(journal.begunAnew()).isEqualTo(1);
        assertThat(journal.summaries()).hasSize(1201);

        var always = new ChangingCatalog(DemoSweeps.CATALOG, Integer.MAX_VALUE);
        var changing = journalOfSizes(sizes, always::change);
        assertThatThrownBy(() -> DemoSweeps.sweeps(always, "test").run(sweep, changing, new DeafListener()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "the data changed again after the sweep had begun anew: the data of 2025-11-24");
    }

    private static MemoryJournal journalOfSizes(List<Integer> sizes, Runnable kept) {
        return new MemoryJournal() {
            @Override
            public void keep(List<SweptCombination> more) {
                super.keep(more);
                sizes.add(more.size());
                kept.run();
            }
        };
    }

    @Test
    void rows_of_another_version_are_not_ranked_with_those_of_this_one() {
        var journal = new MemoryJournal();
        journal.madeFrom("an older one\n2025-11-24 false=00\n");
        journal.keep(List.of(DemoSweeps.run(wide(), 1).sweepRows().getFirst()));
        var sweeps = DemoSweeps.sweeps(2);
        sweeps.run(DemoSweeps.read(wide()), journal, new DeafListener());

        assertThat(journal.begunAnew()).isEqualTo(1);
        assertThat(journal.summaries()).isEqualTo(DemoSweeps.run(wide(), 1).summaries());
    }

    @Test
    void a_sweep_was_made_from_what_a_backtest_of_its_base_is_made_from() {
        for (var grid : grids().toList()) {
            var raw = AskedSweep.grid(DemoSweeps.base(Map.of("minCredit", 0.5)), grid);
            var base = DemoSweeps.read(raw).base();

            assertThat(DemoSweeps.run(raw, 2).provenances())
                    .containsExactly(DemoSweeps.alone(base).provenance());
        }
    }

    @Test
    void all_runs_of_a_sweep_are_made_from_the_recording_in_the_zone_of_the_base() {
        var grid = Map.of("brokenWing", List.of(false, true), "minCredit", List.of(0.5));
        var utc = DemoSweeps.run(AskedSweep.grid(DemoSweeps.inZone("UTC"), grid), 2);
        var raw = AskedSweep.grid(DemoSweeps.inZone("Atlantic/Azores"), grid);
        var sweep = DemoSweeps.read(raw);
        var azores = DemoSweeps.run(raw, 2);

        assertThat(azores.headlines()).isEqualTo(headlinesAlone(sweep)).isNotEqualTo(utc.headlines());
        assertThat(azores.provenances())
                .containsExactly(DemoSweeps.alone(sweep.base()).provenance());
        assertThat(azores.provenances().getFirst().databaseZone()).isEqualTo("Atlantic/Azores");
        assertThat(azores.provenances().getFirst().data())
                .isNotEqualTo(utc.provenances().getFirst().data());
        assertThat(azores.provenances().getFirst().parameters())
                .isEqualTo(utc.provenances().getFirst().parameters());
    }

    @Test
    void a_cancelled_sweep_keeps_nothing_of_the_slice_it_was_in() {
        var journal = new MemoryJournal();
        var listener = new ReplayListener() {
            private int calls;

            @Override
            public void progress(Progress progress) {
                calls++;
            }

            @Override
            public boolean isCancelled() {
                return calls > 3;
            }
        };
        var sweeps = DemoSweeps.sweeps(2);

        assertThatThrownBy(() -> sweeps.run(DemoSweeps.read(wide()), journal, listener))
                .isInstanceOf(CancellationException.class);
        assertThat(journal.summaries()).isEmpty();
    }

    @Test
    void a_sweep_that_is_cancelled_while_its_rows_are_made_ready_begins_no_session() {
        var progresses = new ArrayList<ReplayListener.Progress>();
        var listener = new ReplayListener() {
            @Override
            public void progress(Progress progress) {
                progresses.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        var sweeps = DemoSweeps.sweeps(2);

        assertThatThrownBy(() -> sweeps.run(DemoSweeps.read(wide()), new MemoryJournal(), listener))
                .isInstanceOf(CancellationException.class);
        assertThat(progresses).isEmpty();
    }

    @Test
    void a_slice_holds_fewer_rows_of_longer_ranges() {
        assertThat(Slice.of(0, 2500, new Workload(20, 20 * 781)))
                .containsExactly(new Slice(0, 1000), new Slice(1000, 2000), new Slice(2000, 2500));
        assertThat(Slice.of(10, 150, new Workload(200, 200 * 781)))
                .containsExactly(new Slice(10, 110), new Slice(110, 150));
        assertThat(Slice.of(5, 5, new Workload(20, 20 * 781))).isEmpty();
    }

    @Test
    void a_slice_holds_fewer_rows_of_shorter_steps() {
        var tick = new Workload(20, 20 * 23_401);
        assertThat(Slice.of(0, 80, tick)).containsExactly(new Slice(0, 34), new Slice(34, 68), new Slice(68, 80));
        assertThat(Slice.of(0, 20, new Workload(250, 250 * 23_401)))
                .containsExactly(new Slice(0, 16), new Slice(16, 20));
    }
}
