package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of the demo that is stopped and goes on writes what one writes that is not stopped. */
@Tag("trial")
class StoppedSessionTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 24);

    private static final PaperListener SILENT = new PaperListener() {
        @Override
        public void stands(PaperState state) {}

        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    };

    @TempDir
    private Path home;

    private static Instant at(String time) {
        return Instant.ofEpochSecond(NewYork.epochSecond(DATE, LocalTime.parse(time)));
    }

    private boolean live(String from, String until) {
        var replay = new ReplayRequest(
                "paper-a",
                ZoneOffset.UTC,
                List.of(Index.values()),
                DATE,
                DATE,
                Preset.LIVE,
                ParameterValues.of(Preset.LIVE),
                2_500_000,
                0);
        var request = new PaperRequest("demo", replay, List.of());
        try (var recording =
                        SqliteLiveRecordings.of(home, 100).open("paper-a", request.session(), replay.indices(), true);
                var lived = new DemoAndBroker(null, Instant::now)
                        .open(LiveSource.DEMO, request.session(), Pace.UNLIMITED, at(from))) {
            var end = at(until);
            return new PaperSession(request, new JsonReport(), SILENT)
                    .run(
                            recording,
                            lived.time(),
                            lived.market(),
                            () -> !lived.time().now().isBefore(end));
        }
    }

    private List<String> rows() throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.resolve("recordings").resolve("paper-a.db"));
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "options_snapshots",
                    "gex_peaks",
                    "competing_peaks",
                    "market_context",
                    "options_prices_live",
                    "paper_session",
                    "paper_tick")) {
                try (var row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        var cells = new StringBuilder(table);
                        for (var cell = 1; cell <= row.getMetaData().getColumnCount(); cell++) {
                            cells.append('|').append(row.getString(cell));
                        }
                        rows.add(cells.toString());
                    }
                }
            }
        }
        return rows;
    }

    @Test
    void each_row_is_the_same(@TempDir Path other) throws SQLException {
        assertThat(live("09:29", "17:00")).isTrue();
        var whole = rows();

        home = other;
        assertThat(live("09:29", "11:15")).isFalse();
        assertThat(live("11:15", "17:00")).isTrue();

        assertThat(whole).hasSizeGreaterThan(100_000);
        assertThat(rows().equals(whole)).isTrue();
    }
}
