package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.ShownCheck;
import com.gammareplay.testing.ShownExit;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that recordings' decisions and exits show lead to them again, whatever the parameters. */
class ExplainedReplayTest {

    static Stream<Path> goldens() {
        return GoldenRuns.files().stream();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void the_values_that_are_shown_lead_to_every_decision_and_exit_again(Path file) {
        var ledger = GoldenRuns.result(file).ledger();

        assertThat(ledger.decisions())
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(new ShownCheck(decision).outcome())
                        .as(decision.toString())
                        .isEqualTo(decision.isEntered() ? "ENTERED" : String.valueOf(decision.reason())));
        assertThat(ledger.trades())
                .allSatisfy(trade -> assertThat(new ShownExit(trade).contradictions())
                        .as(trade.toString())
                        .isEmpty());
    }
}
