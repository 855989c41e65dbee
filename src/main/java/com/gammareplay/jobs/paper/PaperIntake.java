package com.gammareplay.jobs.paper;

import com.gammareplay.bot.ExactNumbers;
import com.gammareplay.bot.NearestName;
import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.jobs.PaperSubmission;
import com.gammareplay.jobs.PaperSubmissionReader;
import com.gammareplay.live.LiveMarkets;
import com.gammareplay.live.LiveSource;
import com.gammareplay.live.PaperRequest;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.SessionRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is asked of paper sessions, and fills in the defaults; everything that is wrong is found at once. */
@Component
class PaperIntake {

    private static final BigDecimal DEFAULT_SPEED = BigDecimal.valueOf(600);
    private static final BigDecimal MOST_SPEED = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_PNL = BigDecimal.valueOf(1_000_000_000);
    private static final String OF_THE_DEMO = "must be left out: it is only for the demo";

    private final PaperSubmissionReader reader;
    private final Backtests backtests;
    private final LiveMarkets markets;
    private final PaperRequestJson json;
    private final InstantSource clock;
    private final ExchangeCalendar calendar = new ExchangeCalendar();

    PaperIntake(
            PaperSubmissionReader reader,
            Backtests backtests,
            LiveMarkets markets,
            PaperRequestJson json,
            InstantSource clock) {
        this.reader = reader;
        this.backtests = backtests;
        this.markets = markets;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Checks a submission.
     *
     * @throws InvalidRequestException naming everything that is wrong
     */
    PaperDraft read(String id, byte[] body) {
        var submission = reader.read(body);
        return new Reading(submission).draft(id);
    }

    /** The request of a session that was accepted before. */
    PaperRequest accepted(Paper paper) {
        var submission = reader.read(paper.request().getBytes(StandardCharsets.UTF_8));
        var raw = raw(submission, paper.dataset(), paper.session().toString());
        return request(paper.source(), backtests.readAccepted(raw), submission);
    }

    private static PaperRequest request(LiveSource source, ReplayRequest replay, PaperSubmission submission) {
        var earlier = submission.earlierPnl().stream()
                .map(pnl -> Objects.requireNonNull(pnl).doubleValue())
                .toList();
        return new PaperRequest(source.label(), replay, earlier);
    }

    /** Its recording is one of a single date, with instants in UTC. */
    private static RawRequest raw(PaperSubmission submission, String dataset, String date) {
        var given = submission.request();
        return new RawRequest(
                dataset,
                null,
                given.indices(),
                date,
                date,
                given.preset(),
                given.parameters(),
                given.startingBalance(),
                null);
    }

    /** The reading of one submission: collects problems, and uses stand-ins to go on behind one. */
    private final class Reading {

        private final PaperSubmission submission;
        private final List<Problem> problems;

        private Reading(PaperSubmission submission) {
            this.submission = submission;
            this.problems = new ArrayList<>(submission.problems());
        }

        private PaperDraft draft(String id) {
            var source = source();
            var date = date(source);
            var speed = speed(source);
            requireEarlierPnl();
            var replay = replay(raw(submission, Paper.dataset(id), date), source);
            if (replay != null && source != null) {
                requireTraded(replay, source);
            }
            if (replay == null || source == null || !problems.isEmpty()) {
                throw new InvalidRequestException(problems);
            }
            var request = request(source, replay, submission);
            return new PaperDraft(id, source, speed, request, submission.label(), json.write(source, request, speed));
        }

        private void problem(String pointer, String message) {
            if (problems.stream().noneMatch(problem -> problem.pointer().equals(pointer))) {
                problems.add(new Problem(pointer, message));
            }
        }

        private @Nullable LiveSource source() {
            var labels =
                    Arrays.stream(LiveSource.values()).map(LiveSource::label).toList();
            var label = submission.source();
            var source = label == null ? null : LiveSource.find(label).orElse(null);
            if (source == null) {
                problem(
                        "/source",
                        "must be one of " + String.join(", ", labels)
                                + (label == null ? "" : NearestName.hint(label, labels)));
            }
            return source;
        }

        private String date(@Nullable LiveSource source) {
            if (source != LiveSource.TRADIER) {
                return submission.date() == null
                        ? markets.demoDates().getFirst().toString()
                        : submission.date();
            }
            if (submission.date() != null) {
                problem("/date", OF_THE_DEMO);
            }
            if (!markets.hasBroker()) {
                problem("/source", "needs a key to the broker: TRADIER_TOKEN is not set");
            }
            return NewYork.date(clock.instant().getEpochSecond()).toString();
        }

        private @Nullable Integer speed(@Nullable LiveSource source) {
            var speed = submission.speed();
            if (source == LiveSource.TRADIER) {
                if (speed != null) {
                    problem("/speed", OF_THE_DEMO);
                }
                return null;
            }
            var asked = Objects.requireNonNullElse(speed, DEFAULT_SPEED);
            if (ExactNumbers.decimals(asked) > 0 || asked.signum() <= 0 || asked.compareTo(MOST_SPEED) > 0) {
                problem("/speed", "must be a whole number from 1 to " + MOST_SPEED.toPlainString());
                return null;
            }
            return asked.intValueExact();
        }

        private void requireEarlierPnl() {
            var place = 0;
            for (var pnl : submission.earlierPnl()) {
                if (pnl != null && (!ExactNumbers.fitsDouble(pnl) || pnl.abs().compareTo(MOST_PNL) > 0)) {
                    problem(
                            "/earlierPnl/" + place,
                            "must be an amount of dollars that 64 bits can hold as it is written, at most "
                                    + MOST_PNL.toPlainString() + " either way");
                }
                place++;
            }
        }

        private @Nullable ReplayRequest replay(RawRequest raw, @Nullable LiveSource source) {
            try {
                return backtests.readAccepted(raw);
            } catch (InvalidRequestException e) {
                e.problems().stream()
                        .filter(problem ->
                                !problem.pointer().equals("/dataset")) // there is none yet, and none is asked for
                        .forEach(problem -> problem(pointer(problem.pointer(), source), problem.message()));
                return null;
            }
        }

        /** Both ends of the range of its recording are the date, which at the broker is that of today. */
        private static String pointer(String pointer, @Nullable LiveSource source) {
            return switch (pointer) {
                case "/from", "/to" -> source == LiveSource.TRADIER ? "/source" : "/date";
                default -> pointer;
            };
        }

        /** A backtest of the recording would pass such a session over. */
        private void requireTraded(ReplayRequest replay, LiveSource source) {
            var date = replay.from();
            var session = calendar.session(date).orElseThrow();
            if (source == LiveSource.DEMO && !markets.demoDates().contains(date)) {
                problem("/date", "must be a day of the demo: " + listed(markets.demoDates()));
            }
            if (source == LiveSource.TRADIER && clock.instant().getEpochSecond() >= session.close()) {
                problem("/source", "the session of " + date + " is over");
            }
            switch (new SessionRules(StrategyParameters.of(replay.parameters()), 0).byDate(session)) {
                case EXCLUDED -> problem("/parameters/excludedDates", "must not have " + date + ", the date asked for");
                case EARLY_CLOSE ->
                    problem("/parameters/tradeEarlyClose", "must be true: the session of " + date + " closes early");
                case TRADED, NO_DATA -> {}
            }
        }

        private static String listed(List<LocalDate> dates) {
            return dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
        }
    }
}
