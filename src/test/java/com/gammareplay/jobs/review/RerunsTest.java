package com.gammareplay.jobs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.review.RerunRefusedException.Reason;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.review.Review;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.BacktestReader;
import com.gammareplay.testing.DemoFolder;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A job of a real service, replayed again by engines that do not always do the same. */
class RerunsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext service;
    private static Job job;

    @BeforeAll
    static void a_job_succeeds() {
        service = SpringApplication.run(
                Application.class, "--server.port=0", "--gamma.home=" + home, "--gamma.data-dir=" + DemoFolder.path());
        job = succeeded();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Job succeeded() {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var client = new Client(port);
        var path = client.submit("{\"dataset\": \"demo\", \"indices\": [\"SPX\"], \"to\": \"2025-11-24\"}");
        client.awaitStatus(path, "SUCCEEDED");
        var id = path.substring(path.lastIndexOf('/') + 1);
        return service.getBean(Jobs.class).find(JobKind.BACKTEST, id).orElseThrow();
    }

    /** The real engine, which does something first and gives a result that differs. */
    private record Differing(Consumer<ReplayListener> first, UnaryOperator<ReplayResult> difference)
            implements Backtests {

        @Override
        public ReplayResult run(ReplayRequest request, ReplayListener listener) {
            first.accept(listener);
            return difference.apply(real().run(request, listener));
        }
    }

    private static Backtests real() {
        return service.getBean(Backtests.class);
    }

    private static Reruns reruns(Backtests backtests, Duration longest) {
        return new Reruns(
                backtests,
                service.getBean(BacktestReader.class),
                service.getBean(Jobs.class),
                service.getBean(ReportWriter.class),
                1,
                longest);
    }

    private static Reruns giving(UnaryOperator<ReplayResult> difference) {
        return reruns(new Differing(_ -> {}, difference), LONG);
    }

    private static @Nullable Reason refusal(Reruns reruns) {
        try {
            reruns.run(job, Review.NONE);
            return null;
        } catch (RerunRefusedException e) {
            return e.reason();
        }
    }

    private static ReplayResult with(ReplayResult result, List<Trade> trades, Provenance provenance) {
        var ledger = result.ledger();
        return new ReplayResult(
                result.request(),
                result.summary(),
                result.drawdowns(),
                result.sessions(),
                new Ledger(ledger.startingBalance(), trades, ledger.decisions(), ledger.days()),
                result.warnings(),
                provenance);
    }

    private static ReplayResult with(ReplayResult result, UnaryOperator<Trade> difference) {
        var trades = new ArrayList<>(result.ledger().trades());
        trades.set(0, difference.apply(trades.getFirst()));
        return with(result, trades, result.provenance());
    }

    private static Provenance provenance(Provenance from, String data, String version) {
        return new Provenance(
                from.dataset(),
                from.databaseZone(),
                from.synthetic(),
                data,
                from.parameters(),
                from.calendar(),
                version);
    }

    private static Trade with(Trade trade, Trade.Exit exit) {
        return new Trade(
                trade.number(),
                trade.session(),
                trade.entry(),
                exit,
                trade.contracts(),
                trade.fees(),
                trade.entryFees(),
                trade.path(),
                trade.legs());
    }

    @Test
    void a_job_is_replayed_as_it_was_and_each_session_is_shown() {
        var seen = new ArrayList<String>();

        var result =
                reruns(real(), LONG).run(job, (session, _, trades) -> seen.add(session.date() + " " + trades.size()));

        assertThat(result.ledger().trades()).hasSizeGreaterThan(1);
        assertThat(seen)
                .containsExactly("2025-11-24 " + result.ledger().trades().size());
    }

    @Test
    void other_rows_are_found() {
        assertThat(refusal(giving(result -> with(
                        result,
                        result.ledger().trades(),
                        provenance(
                                result.provenance(),
                                "other",
                                result.provenance().version())))))
                .isEqualTo(Reason.DATA_CHANGED);
    }

    @Test
    void other_trades_of_the_same_rows_are_found() {
        assertThat(refusal(
                        giving(result -> with(result, result.ledger().trades().subList(1, 2), result.provenance()))))
                .isEqualTo(Reason.VERSION_CHANGED);
        assertThat(refusal(giving(result -> with(
                        result,
                        trade -> with(
                                trade,
                                new Trade.Exit(
                                        trade.exit().reason(),
                                        trade.exit().value() + 1,
                                        trade.exit().instant(),
                                        trade.exit().settlement(),
                                        trade.exit().values()))))))
                .isEqualTo(Reason.VERSION_CHANGED);
    }

    @Test
    void another_version_that_trades_the_same_and_explains_it_in_other_words_is_as_good() {
        assertThat(refusal(giving(result -> with(
                        result,
                        result.ledger().trades(),
                        provenance(result.provenance(), result.provenance().data(), "later")))))
                .isNull();
        assertThat(refusal(giving(result -> with(result, trade -> {
                    var words =
                            new HashMap<String, @Nullable Object>(trade.exit().values());
                    words.put("rule", "in other words");
                    return with(
                            trade,
                            new Trade.Exit(
                                    trade.exit().reason(),
                                    trade.exit().value(),
                                    trade.exit().instant(),
                                    trade.exit().settlement(),
                                    words));
                }))))
                .isNull();
    }

    @Test
    void more_than_may_are_refused_until_a_place_is_free() {
        var inner = new ArrayList<@Nullable Reason>();
        var places = new ArrayList<Reruns>();
        var reruns = reruns(new Differing(_ -> inner.add(refusal(places.getFirst())), result -> result), LONG);
        places.add(reruns);

        assertThat(refusal(reruns)).isNull();

        assertThat(inner).containsExactly(Reason.BUSY);
        inner.clear();
        assertThat(refusal(reruns)).isNull();
    }

    @Test
    void a_replay_that_takes_too_long_is_ended_and_its_place_is_free() {
        var reruns = reruns(real(), Duration.ZERO.minusSeconds(1));

        assertThat(refusal(reruns)).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal(reruns)).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void a_job_may_be_gone_when_it_has_been_replayed() {
        var other = succeeded();
        var reruns = reruns(
                new Differing(_ -> service.getBean(Jobs.class).delete(JobKind.BACKTEST, other.id()), result -> result),
                LONG);

        assertThatThrownBy(() -> reruns.run(other, Review.NONE))
                .isInstanceOfSatisfying(
                        RerunRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.GONE));
    }

    @Test
    void a_recording_that_is_gone_or_damaged_is_told_with_its_name() {
        for (var kind : List.of(DataException.Kind.MISSING, DataException.Kind.CORRUPT)) {
            var reruns = reruns(failing(kind), LONG);

            assertThatThrownBy(() -> reruns.run(job, Review.NONE))
                    .isInstanceOfSatisfying(
                            RerunRefusedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.DATA_GONE))
                    .hasMessage("demo.db is gone");
        }
        var locked = reruns(failing(DataException.Kind.UNAVAILABLE), LONG);
        assertThatThrownBy(() -> locked.verify(job)).isInstanceOf(DataException.class);
    }

    private static Backtests failing(DataException.Kind kind) {
        return (_, _) -> {
            throw new DataException(kind, "demo.db is gone");
        };
    }

    @Test
    void what_gives_the_same_is_identical() {
        var verification = reruns(real(), LONG).verify(job);

        assertThat(verification.identical()).isTrue();
        assertThat(verification.sameDecisions()).isTrue();
        assertThat(verification.sameTrades()).isTrue();
        assertThat(verification.differs()).isEmpty();
        assertThat(verification.kept()).isEqualTo(verification.now());
        assertThat(verification.kept().path("dataSha256").asString()).hasSize(64);
        assertThat(verification.message()).isEqualTo("Replayed again, it gives the same bytes.");
    }

    @Test
    void another_version_is_told_and_whether_its_decisions_and_trades_are_the_same() {
        var verification = giving(result -> with(
                        result,
                        result.ledger().trades(),
                        provenance(result.provenance(), result.provenance().data(), "later")))
                .verify(job);

        assertThat(verification.identical()).isFalse();
        assertThat(verification.differs()).containsExactly("version");
        var place = Objects.requireNonNull(verification.firstDifference());
        assertThat(place.document()).isEqualTo(JobDocument.RESULT);
        assertThat(place.change().pointer()).isEqualTo("/provenance/version");
        assertThat(verification.message())
                .startsWith("Version ")
                .contains("made it, this is later.")
                .endsWith("Decisions are the same, trades are the same.");
    }

    @Test
    void other_rows_that_make_the_same_trades_are_told() {
        var verification = giving(result -> with(
                        result,
                        result.ledger().trades(),
                        provenance(
                                result.provenance(),
                                "other",
                                result.provenance().version())))
                .verify(job);

        assertThat(verification.differs()).containsExactly("dataSha256");
        assertThat(verification.message())
                .isEqualTo("The recorded rows are others than they were. Decisions are the same, trades are the same.");
    }

    @Test
    void another_exit_is_found_where_it_is() {
        var verification = giving(result -> with(
                        result,
                        trade -> with(
                                trade,
                                new Trade.Exit(
                                        trade.exit().reason(),
                                        trade.exit().value() + 1,
                                        trade.exit().instant(),
                                        trade.exit().settlement(),
                                        trade.exit().values()))))
                .verify(job);

        var place = Objects.requireNonNull(verification.firstDifference());
        assertThat(place.document()).isEqualTo(JobDocument.TRADES);
        assertThat(place.change().pointer()).matches("/\\d/exitValue");
        assertThat(verification.sameDecisions()).isTrue();
        assertThat(verification.sameTrades()).isFalse();
        assertThat(verification.message()).contains("builds of one version may differ", "trades differ");
    }

    @Test
    void decisions_come_first() {
        var verification = giving(result -> {
                    var ledger = result.ledger();
                    return new ReplayResult(
                            result.request(),
                            result.summary(),
                            result.drawdowns(),
                            result.sessions(),
                            new Ledger(ledger.startingBalance(), List.of(), List.of(), ledger.days()),
                            result.warnings(),
                            result.provenance());
                })
                .verify(job);

        var place = Objects.requireNonNull(verification.firstDifference());
        assertThat(place.document()).isEqualTo(JobDocument.DECISIONS);
        assertThat(place.change().pointer()).isEqualTo("/0");
        assertThat(verification.message()).endsWith("Decisions differ, trades differ.");
    }

    @Test
    void a_job_may_be_gone_when_it_is_to_be_compared() {
        var other = succeeded();
        var reruns = reruns(
                new Differing(_ -> service.getBean(Jobs.class).delete(JobKind.BACKTEST, other.id()), result -> result),
                LONG);

        assertThatThrownBy(() -> reruns.verify(other))
                .isInstanceOfSatisfying(
                        RerunRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.GONE));
    }
}
