package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.testing.TextMarket;
import com.gammareplay.trading.TradingRules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayedSessionsTest {

    @Test
    void a_session_that_is_excluded_for_its_coverage_says_what_it_has_and_never_as_much_as_is_wanted() {
        var spx = List.of(Index.SPX);
        var parameters = TypedParameters.of(ParameterValues.of(Preset.LIVE));
        var harness = new ExecutionHarness(
                spx, 2_500_000, TradingRules.of(parameters), new TradingLog(new DeafListener()), () -> false);
        var replayed = new ReplayedSessions(harness, new SessionRules(parameters, 0.493));
        var session = new ExchangeCalendar().session(LocalDate.of(2026, 1, 12)).orElseThrow();
        var quoted = "09:30:00..12:40:30/30 SPX C6070 2.00 2.02";

        replayed.replay(session, TextMarket.of(session.date(), spx, List.of(quoted)), _ -> {});

        var result = replayed.list().getFirst();
        assertThat(result.status()).isEqualTo(Status.EXCLUDED);
        assertThat(result.coverage().getFirst().ticksWithQuotes()).isEqualTo(385); // of 781, which is 0.49296
        assertThat(result.note()).isEqualTo("coverage 0.4929 is below 0.493");
    }
}
