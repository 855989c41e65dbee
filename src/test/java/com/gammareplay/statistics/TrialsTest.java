package com.gammareplay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.trading.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialsTest {

    private static final double DAYS = 250;

    /** Ratios whose sample variance is half a year's unit, that is a 500th of a day's. */
    private static Trials spread(long combinations) {
        return new Trials(combinations, 101, 0, 100 * 0.5 / DAYS);
    }

    private static double value(Figure figure) {
        assertThat(figure).isInstanceOf(Figure.Value.class);
        return ((Figure.Value) figure).value();
    }

    private static String reason(Figure figure) {
        assertThat(figure).isInstanceOf(Figure.Missing.class);
        return ((Figure.Missing) figure).reason();
    }

    /** The example of Bailey and López de Prado (2014): 2.5 a year over 1250 days, selected from N. */
    @ParameterizedTest
    @CsvSource({"100, -3, 10, 0.9004", "46, -3, 10, 0.9505", "88, 0, 3, 0.9505"})
    void the_deflated_ratio_is_that_of_the_paper(long combinations, double skewness, double kurtosis, double deflated) {
        var best = new SessionSharpe(2.5 / Math.sqrt(DAYS), 1250, skewness, kurtosis);

        assertThat(value(spread(combinations).deflated(best))).isCloseTo(deflated, within(5e-5));
    }

    @Test
    void the_best_by_chance_is_that_of_the_paper() {
        assertThat(value(spread(100).sharpeByChance()) / Math.sqrt(252)).isCloseTo(0.1132, within(5e-5));
    }

    /** The probabilistic Sharpe ratio against 0: 1.25 normal errors, of which 0.8944 lie below. */
    @Test
    void of_one_alone_nothing_is_selected() {
        var sharpe = new SessionSharpe(0.125, 101, 0, 1);

        assertThat(value(Trials.one(sharpe).sharpeByChance())).isZero();
        assertThat(value(Trials.one(sharpe).deflated(sharpe))).isCloseTo(0.89435, within(5e-6));
    }

    @Test
    void where_there_is_none_a_reason_says_why() {
        var some = new SessionSharpe(0.1, 20, 0, 3);
        var unknown = "fewer than two of the combinations tried have a known Sharpe ratio";

        assertThat(reason(spread(10).deflated(null))).isEqualTo("no Sharpe ratio");
        assertThat(reason(new Trials(10, 1, 0.1, 0.01).deflated(some))).isEqualTo(unknown);
        assertThat(reason(new Trials(10, 1, 0.1, 0.01).sharpeByChance())).isEqualTo(unknown);
        assertThat(reason(Trials.one(null).atLeast(2).sharpeByChance())).isEqualTo(unknown);
        // Two equal returns and a greater one, so placed that the error of their ratio is 0.
        var alike = new SessionSharpe(2 * Math.sqrt(2), 3, 1 / Math.sqrt(2), 1.5);
        assertThat(reason(spread(10).deflated(alike)))
                .isEqualTo("the returns are too few and too alike to have an error");
    }

    @Test
    void equal_ratios_leave_nothing_to_select() {
        assertThat(value(new Trials(10, 10, 1, 0.1).sharpeByChance())).isZero();
    }

    /** Their sums are rounded, so that the variance of 3, 6, 7 of them came out a little above 0. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 100_000})
    void equal_ratios_leave_nothing_to_select_however_they_are_rounded(int count) {
        var ratio = -11.224972160321826 / Math.sqrt(252);
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < count; i++) {
            sum += ratio;
            squares += ratio * ratio;
        }

        assertThat(value(new Trials(count, count, sum, squares).sharpeByChance()))
                .isZero();
    }

    @Test
    void more_trials_make_the_best_likelier_by_chance() {
        var best = new SessionSharpe(0.15, 250, 0, 3);
        var deflated = Stream.of(2, 10, 100, 100_000)
                .map(count -> value(spread(count).deflated(best)))
                .toList();

        assertThat(deflated).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(spread(10).atLeast(100)).isEqualTo(spread(100));
        assertThat(spread(100).atLeast(10)).isEqualTo(spread(100));
    }

    /** Returns of 0.02, -0.01 and 0. Of any three values the kurtosis is 1.5. */
    @Test
    void moments_are_those_worked_out_by_hand() {
        var ledger = Ledgers.of(10_000, List.of(200), List.of(-102), List.of());
        var sharpe = Objects.requireNonNull(SessionSharpe.of(ledger));

        assertThat(sharpe.sessions()).isEqualTo(3);
        assertThat(sharpe.skewness()).isCloseTo(0.381802, within(1e-6));
        assertThat(sharpe.kurtosis()).isCloseTo(1.5, within(1e-12));
    }

    static Stream<Ledger> ledgers() {
        return Stream.of(
                Ledgers.of(10_000, List.of(200), List.of(-102), List.of()),
                Ledgers.of(10_000, List.of(1000), List.of(1100), List.of(1210)),
                Ledgers.of(10_000, List.of(100, -50)),
                Ledgers.of(10_000, List.of(), List.of()),
                Ledgers.of(100, List.of(-100), List.of(50)),
                Ledgers.of(100, List.of(50), List.of(-150)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_run_has_a_ratio_of_sessions_where_it_has_one_of_a_year(Ledger ledger) {
        var yearly = ResultNumber.SHARPE.of(ledger);

        var sharpe = SessionSharpe.of(ledger);
        assertThat(sharpe != null).isEqualTo(yearly instanceof Figure.Value);
        if (sharpe != null) {
            assertThat(sharpe.ratio() * Math.sqrt(252)).isCloseTo(value(yearly), within(1e-12));
        }
    }
}
