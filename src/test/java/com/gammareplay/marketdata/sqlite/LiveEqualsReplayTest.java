package com.gammareplay.marketdata.sqlite;

import static com.gammareplay.marketdata.sqlite.TestRecording.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.columns.RecordedColumns;
import com.gammareplay.marketdata.columns.RecordedDay;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session sees of its growing recording is what any replay of the same file sees at the same instant. */
class LiveEqualsReplayTest {

    private static final List<Index> BOTH = List.of(Index.SPX, Index.NDX);
    private static final List<Integer> AGES = List.of(0, 5, 90, 2100, Integer.MAX_VALUE);
    private static final int PASSES = 60;

    @TempDir
    Path folder;

    private SqliteLiveRecordings recordings;

    /** Numbers of series as they were first told, for positions keep them. */
    private final Map<String, Integer> series = new HashMap<>();

    @BeforeEach
    void makeRecordings() {
        recordings = new SqliteLiveRecordings(folder, folder.resolve("copies"), 1000);
    }

    private RecordedSession replayed() {
        var none = folder.resolve("none");
        var catalog = new RecordingFolder(none, folder, none, folder.resolve("copies"), 1000, null);
        try (var recording = catalog.open("rec", new DataNeeds(ZoneOffset.UTC, true), () -> false)) {
            return recording.open(SESSION, BOTH);
        }
    }

    /** All that a view can be asked. */
    private static List<Object> answers(MarketView view, Map<String, Integer> numbers) {
        var answers = new ArrayList<Object>();
        answers.add(view.index());
        answers.add(view.now());
        answers.add(view.indexPrice());
        answers.add(view.vixAt());
        for (var age : AGES) {
            answers.add(view.vix(age));
            answers.add(view.impliedIndex(view.now(), age));
            answers.add(view.impliedIndex(view.now() - 7, age));
        }
        for (var source : GexSource.values()) {
            var newest = view.newestPeaks(source, view.now());
            answers.add(newest);
            if (newest != MarketView.NONE) {
                answers.add(view.peaks(source, newest));
                answers.add(view.chain(newest));
            }
        }
        for (var step = -8; step <= 8; step++) {
            for (var right : Right.values()) {
                var strike = 100 * (LiveMarket.level(view.index()) + 5 * step);
                var key = view.index() + " " + right + " " + strike;
                addQuote(view, numbers.computeIfAbsent(key, _ -> view.series(right, strike)), answers);
                addQuote(view, view.series(right, strike), answers);
            }
        }
        return answers;
    }

    private static void addQuote(MarketView view, int series, List<Object> answers) {
        answers.add(view.quotedAt(series));
        for (var age : AGES) {
            var isUsable = view.isUsable(series, age);
            answers.add(isUsable ? view.bid(series) + "/" + view.ask(series) : "none");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_answer_at_every_instant_is_that_of_a_replay(long seed) throws SQLException {
        var market = new LiveMarket(seed);
        var random = new Random(seed);
        var file = folder.resolve("rec.db");
        var now = SESSION.open() - 100;
        var seen = new ArrayList<List<Object>>();
        var instants = new ArrayList<Long>();
        for (var start = 0; start < 3; start++) {
            series.clear();
            try (var live = new SqliteLiveRecording(WrittenFile.open(file, false, 1000), SESSION, BOTH)) {
                for (var pass = 0; pass < PASSES / 3; pass++) {
                    var newest = now;
                    for (var more = random.nextInt(4); more > 0; more--) {
                        newest = Math.max(newest, live.add(market.any(0), now + 1 + random.nextInt(3)));
                    }
                    now = newest + random.nextInt(60);
                    live.advanceTo(now);
                    var replayed = replayed();
                    replayed.advanceTo(now);
                    for (var index : BOTH) {
                        var answers = answers(live.view(index), series);
                        assertThat(answers).isEqualTo(answers(replayed.view(index), new HashMap<>()));
                        seen.add(answers);
                    }
                    instants.add(now);
                }
                var whole = replayed();
                assertThat(whole.digest()).isEqualTo(digest(live, whole.coverage()));
            }
        }
        assertThat(seen).as("later rows change no answer").isEqualTo(replayed(instants));
    }

    private static byte[] digest(SqliteLiveRecording live, List<Coverage> coverage) throws SQLException {
        var days = new ArrayList<RecordedDay>();
        for (var one : coverage) {
            days.add(RecordedDay.of(live.day(one.index()), one));
        }
        return new RecordedColumns(days).digest();
    }

    private List<List<Object>> replayed(List<Long> instants) {
        var replayed = replayed();
        var answers = new ArrayList<List<Object>>();
        for (var instant : instants) {
            replayed.advanceTo(instant);
            BOTH.forEach(index -> answers.add(answers(replayed.view(index), new HashMap<>())));
        }
        return answers;
    }

    @Test
    void a_strike_that_is_quoted_later_moves_no_series() {
        var right = Right.PUT;
        try (var live = recordings.open("rec", SESSION, BOTH, false)) {
            live.add(LiveMarket.put(0, 100, 120), SESSION.open());
            live.advanceTo(SESSION.open());
            var view = live.view(Index.SPX);
            var kept = view.series(right, 697_000);
            var unknown = view.series(right, 696_500);
            assertThat(view.isUsable(unknown, Integer.MAX_VALUE)).isFalse();
            assertThat(view.quotedAt(unknown)).isEqualTo(MarketView.NONE);

            var lower = List.of(LiveMarket.quote(6965, right, 50, 60), LiveMarket.quote(6970, right, 110, 130));
            live.add(new QuotePass(0, Index.SPX, lower), SESSION.open() + 30);
            live.advanceTo(SESSION.open() + 30);

            assertThat(view).isSameAs(live.view(Index.SPX));
            assertThat(List.of(view.bid(kept), view.ask(kept))).containsExactly(110, 130);
            assertThat(List.of(view.bid(unknown), view.ask(unknown))).containsExactly(50, 60);
        }
    }
}
