package com.gammareplay.jobs.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a paper session is said before it begins. */
class PaperRefusalTest {

    private static final String SATURDAY = "2025-11-22T15:00:00Z";
    private static final String OVER = "2025-11-24T21:00:00Z";
    private static final String EARLY_CLOSE = "2025-11-28T15:00:00Z";

    @TempDir
    static Path home;

    private static volatile Instant now = Instant.parse(SATURDAY);
    private static PaperService service;

    @BeforeAll
    static void start() {
        service = PaperService.start(home, () -> now, "--gamma.tradier.token=secret");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                                       | /source must be one of demo, tradier
            {"source": "dema"}                                       | /source must be one of demo, tradier, did you mean demo?
            {"source": "demo", "sped": 1}                            | /sped unknown field, did you mean speed?
            {"source": "demo", "tags": []}                           | /tags unknown field
            {"source": "demo", "speed": 0}                           | /speed must be a whole number from 1 to 1000000
            {"source": "demo", "speed": 1.5}                         | /speed must be a whole number from 1 to 1000000
            {"source": "demo", "speed": 1000001}                     | /speed must be a whole number from 1 to 1000000
            {"source": "demo", "speed": "1"}                         | /speed must be a finite number
            {"source": "demo", "date": "2025-11-27"}                 | /date 2025-11-27 is Thanksgiving Day, the exchange is closed
            {"source": "demo", "date": "2025-12-02"}                 | /date must be a day of the demo: 2025-11-24, 2025-11-25, 2025-11-26, 2025-11-28, 2025-12-01
            {"source": "demo", "date": "24.11.2025"}                 | /date 24.11.2025 is no date, write 2025-11-24
            {"source": "demo", "date": "2025-11-28"}                 | /parameters/tradeEarlyClose must be true: the session of 2025-11-28 closes early
            {"source": "demo", "parameters": {"excludedDates": ["2025-11-24"]}} | /parameters/excludedDates must not have 2025-11-24
            {"source": "demo", "parameters": {"minCredt": 1}}        | /parameters/minCredt unknown parameter, did you mean minCredit?
            {"source": "demo", "preset": "x"}                        | /preset must be one of live, january
            {"source": "demo", "indices": ["SPX", "SPX"]}            | /indices/1 must not be named twice
            {"source": "demo", "startingBalance": -1}                | /startingBalance must be more than 0
            {"source": "demo", "earlierPnl": 1}                      | /earlierPnl must be a list of numbers
            {"source": "demo", "earlierPnl": [1, null]}              | /earlierPnl/1 must be a finite number
            {"source": "demo", "earlierPnl": [1e10]}                 | /earlierPnl/0 must be an amount of dollars
            {"source": "tradier", "date": "2025-11-24"}              | /date must be left out: it is only for the demo
            {"source": "tradier", "speed": 600}                      | /speed must be left out: it is only for the demo
            {"source": "tradier"}                                    | /source 2025-11-22 is Saturday, the exchange is closed
            """)
    void a_mistake_is_named_at_its_place(String body, String problem) {
        now = Instant.parse(SATURDAY);

        assertThat(service.problems(body))
                .anySatisfy(named -> assertThat(named).startsWith(problem))
                .noneMatch(named -> named.startsWith("/dataset"));
    }

    @Test
    void all_mistakes_are_named_at_once() {
        assertThat(service.problems(
                        "{\"source\": \"demo\", \"x\": 1, \"speed\": 0, \"preset\": \"x\", \"date\": \"x\"}"))
                .hasSize(4);
    }

    @Test
    void the_broker_has_no_session_that_is_over() {
        now = Instant.parse(OVER);

        assertThat(service.problems("{\"source\": \"tradier\"}"))
                .containsExactly("/source the session of 2025-11-24 is over");
    }

    @Test
    void an_early_close_is_traded_only_if_it_is_asked_for() {
        now = Instant.parse(EARLY_CLOSE);

        assertThat(service.problems("{\"source\": \"tradier\"}"))
                .containsExactly("/parameters/tradeEarlyClose must be true: the session of 2025-11-28 closes early");
    }

    @Test
    void without_a_key_there_is_no_broker(@TempDir Path other) {
        try (var keyless = PaperService.start(other, InstantSource.fixed(Instant.parse(EARLY_CLOSE)))) {
            assertThat(keyless.problems("{\"source\": \"tradier\", \"parameters\": {\"tradeEarlyClose\": true}}"))
                    .isEqualTo(List.of("/source needs a key to the broker: TRADIER_TOKEN is not set"));
        }
    }
}
