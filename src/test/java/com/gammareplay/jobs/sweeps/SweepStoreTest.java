package com.gammareplay.jobs.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.statistics.SessionSharpe;
import com.gammareplay.statistics.Trials;
import com.gammareplay.testing.StoreService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** The tables of sweeps, whichever database they are in. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class SweepStoreTest {

    private static final WarningFilter NO_COSTS = WarningFilter.of(List.of("NO_COSTS"));

    private final StoreService service;
    private final SweepStore store;
    private final KeptCombinations kept;
    private final Job one;

    SweepStoreTest(StoreService.Kind kind) {
        service = StoreService.empty(kind);
        store = service.bean(SweepStore.class);
        kept = service.bean(KeptCombinations.class);
        service.add("one");
        store.add("one", 4);
        one = service.bean(JobStore.class).start("one").orElseThrow();
    }

    private static KeptCombination row(String headline) {
        return new KeptCombination(headline, null, null);
    }

    private static List<KeptCombination> rows(String... headlines) {
        return Stream.of(headlines).map(SweepStoreTest::row).toList();
    }

    @Test
    void rows_are_ranked_by_a_number_with_those_without_it_last() {
        store.keep(one, 0, rows("{\"sharpe\":9}", "{\"sharpe\":1}", "{\"sharpe\":null}"));
        store.keep(one, 3, rows("{\"sharpe\":-2.5}", "{\"sharpe\":1.0}"));

        assertThat(store.kept("one")).isEqualTo(5);
        assertThat(store.counts(List.of("one", "two"))).isEqualTo(Map.of("one", new CombinationCounts(4, 4)));
        assertThat(kept.ranking("one", "sharpe", true, WarningFilter.NONE, 0, 10))
                .containsExactly(0, 3, 2, 1);
        assertThat(kept.ranking("one", "sharpe", false, WarningFilter.NONE, 0, 10))
                .containsExactly(2, 0, 3, 1);
        assertThat(kept.ranking("one", "sharpe", false, WarningFilter.NONE, 1, 2))
                .containsExactly(0, 3);
        assertThat(kept.find("one", List.of(3, 0, 7)))
                .isEqualTo(Map.of(0, row("{\"sharpe\":9}"), 3, row("{\"sharpe\":-2.5}")));
    }

    @Test
    void rows_with_a_warning_are_left_out() {
        store.keep(
                one,
                0,
                rows(
                        "{}",
                        "{\"wins\":1,\"warnings\":{\"FEW_TRADES\":3,\"NO_COSTS\":3}}",
                        "{\"wins\":2,\"warnings\":{\"FEW_TRADES\":3}}",
                        "{\"wins\":null,\"warnings\":{}}",
                        "{\"wins\":4}"));

        assertThat(kept.ranking("one", "wins", true, NO_COSTS, 0, 10)).containsExactly(1, 2);
        assertThat(kept.numbers("one", "wins", NO_COSTS))
                .containsExactly(
                        new CombinationNumber(1, 2.0, List.of(WarningCode.FEW_TRADES)),
                        new CombinationNumber(2, null, List.of()));
        assertThat(kept.numbers("one", "wins", WarningFilter.NONE))
                .hasSize(4)
                .first()
                .isEqualTo(new CombinationNumber(0, 1.0, List.of(WarningCode.FEW_TRADES, WarningCode.NO_COSTS)));
    }

    @Test
    void what_says_how_sure_a_row_is_is_kept_with_it() {
        var sure = new KeptCombination("{}", new SessionSharpe(0.1, 20, -3.5, 10.25), "{\"seed\":1}");
        var better = new KeptCombination("{}", new SessionSharpe(0.25, 20, 0, 3), null);
        store.keep(one, 0, List.of(better, sure, row("{}"), better));

        assertThat(kept.find("one", List.of(1, 2, 3))).isEqualTo(Map.of(1, sure, 2, row("{}"), 3, better));
        assertThat(kept.tried("one")).isEqualTo(new Trials(3, 2, 0.1 + 0.25, 0.1 * 0.1 + 0.0625));
        assertThat(kept.tried("two")).isEqualTo(new Trials(0, 0, 0, 0));
    }

    @Test
    void nothing_is_kept_of_rows_of_which_one_cannot_be() {
        store.keep(one, 0, rows("{}", "{}"));

        assertThatThrownBy(() -> store.keep(one, -1, rows("{}", "{}")))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(service.count("sweep_row")).isEqualTo(2);
    }

    @Test
    void what_rows_were_made_from_and_chosen_for_goes_when_it_begins_anew() {
        assertThat(store.data("one")).isEmpty();
        store.madeFrom(one, "data");
        store.madeFrom(one, "data");
        store.keep(one, 0, rows("{}"));
        store.choose(one, 1, 7);
        store.choose(one, 0, 8);
        assertThat(store.data("one")).isEqualTo("data");
        assertThat(store.choices("one")).containsExactly(8, 7);

        store.beginAnew(one);
        assertThat(store.data("one")).isEmpty();
        assertThat(store.choices("one")).isEmpty();
        assertThat(store.kept("one")).isZero();
        assertThat(store.begunAnew("one")).isEqualTo(1);
    }

    @Test
    void rows_forgive_what_came_before() {
        service.database().sql("update job set deaths = 2").update();

        store.keep(one, 0, rows("{}"));
        assertThat(service.database()
                        .sql("select deaths + 10 * excused from job")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void an_attempt_that_is_not_the_one_that_runs_changes_nothing() {
        store.keep(one, 0, rows("{}"));
        store.madeFrom(one, "data");
        assertThat(service.bean(JobStore.class).start("one")).isPresent();

        var changes = List.<ThrowingCallable>of(
                () -> store.keep(one, 1, rows("{}")),
                () -> store.choose(one, 0, 1),
                () -> store.madeFrom(one, "other"),
                () -> store.beginAnew(one),
                () -> store.describe(one, "{}"));
        assertThat(changes).allSatisfy(change -> assertThatThrownBy(change).isInstanceOf(CancellationException.class));
        assertThat(store.kept("one")).isEqualTo(1);
        assertThat(store.data("one")).isEqualTo("data");
        assertThat(store.choices("one")).isEmpty();
        assertThat(store.provenance("one")).isEmpty();
    }

    @Test
    void what_is_said_of_all_rows_is_there_once_it_was_kept() {
        assertThat(store.walkForward("one")).isEmpty();
        assertThat(store.provenance("one")).isEmpty();

        store.keepWalkForward("one", "{\"a\": 1}");
        store.describe(one, "{\"b\": 2}");
        assertThat(store.walkForward("one")).hasValue("{\"a\": 1}");
        assertThat(store.provenance("one")).hasValue("{\"b\": 2}");
    }
}
