package com.gammareplay.requests;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.parameters.ExactNumbers;
import com.gammareplay.parameters.NearestName;
import com.gammareplay.replay.ReplayRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads submissions of paper sessions, checked and with every default filled in. Thread-safe. */
public final class PaperReader {

    private static final BigDecimal DEFAULT_SPEED = BigDecimal.valueOf(600);
    private static final int MOST_SPEED = 1_000_000;
    private static final BigDecimal MOST_PNL = BigDecimal.valueOf(1_000_000_000);
    private static final String OF_THE_DEMO = "must be left out: it is only for the demo";

    private final ReplayRequests requests;

    public PaperReader(ReplayRequests requests) {
        this.requests = requests;
    }

    /** The markets that there are now. */
    public record Markets(List<LocalDate> demoDates, boolean hasBroker, Instant now) {}

    /**
     * Reads a submission.
     *
     * @param dataset the name of its recording
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     */
    public PaperSubmission read(byte[] json, String dataset, Markets markets) {
        var fields = JsonFields.of(json);
        return new Reading(PaperBody.of(fields), fields.problems(), markets).submission(dataset);
    }

    /** Reads the request of a submission that was accepted before, for a date. */
    public PaperRequest readAccepted(String json, String dataset, LocalDate date) {
        return accepted(body(json), dataset, date.toString());
    }

    /** Reads what a recording has of its session. */
    public PaperRequest readRecorded(String description, String dataset) {
        var body = body(description);
        return accepted(body, dataset, Objects.requireNonNull(body.date(), "a recording has its date"));
    }

    private static PaperBody body(String accepted) {
        var fields = JsonFields.of(accepted.getBytes(StandardCharsets.UTF_8));
        var body = PaperBody.of(fields);
        fields.problems().requireNone();
        return body;
    }

    private PaperRequest accepted(PaperBody body, String dataset, String date) {
        var source = Objects.requireNonNull(body.source(), "an accepted request has its source");
        return request(source, requests.readAccepted(body.replay(dataset, date)), body);
    }

    private static PaperRequest request(String source, ReplayRequest replay, PaperBody body) {
        var earlier = body.earlierPnl().stream()
                .map(pnl -> Objects.requireNonNull(pnl).doubleValue())
                .toList();
        return new PaperRequest(source, replay, earlier);
    }

    /** The reading of one submission: collects problems, and uses stand-ins to go on behind one. */
    private final class Reading {

        private final PaperBody body;
        private final Markets markets;
        private final Problems problems;

        private Reading(PaperBody body, Problems problems, Markets markets) {
            this.body = body;
            this.markets = markets;
            this.problems = problems;
        }

        private PaperSubmission submission(String dataset) {
            var source = source();
            var date = date(source);
            var speed = speed(source);
            requireEarlierPnl();
            var replay = replay(body.replay(dataset, date), source);
            if (replay != null && source != null) {
                requireTraded(new PaperRequest(source.label(), replay, List.of()), source);
            }
            if (replay == null || source == null || !problems.isEmpty()) {
                throw new InvalidRequestException(problems.list());
            }
            var request = request(source.label(), replay, body);
            var json = PaperRequestJson.submitted(request, speed);
            return new PaperSubmission(source, speed, request, body.label(), json);
        }

        private @Nullable LiveSource source() {
            var labels =
                    Arrays.stream(LiveSource.values()).map(LiveSource::label).toList();
            var label = body.source();
            var source = label == null ? null : LiveSource.find(label).orElse(null);
            if (source == null) {
                problems.addNew(
                        "/source",
                        "must be one of " + String.join(", ", labels)
                                + (label == null ? "" : NearestName.hint(label, labels)));
            }
            return source;
        }

        private String date(@Nullable LiveSource source) {
            if (source != LiveSource.TRADIER) {
                return body.date() == null ? markets.demoDates().getFirst().toString() : body.date();
            }
            if (body.date() != null) {
                problems.addNew("/date", OF_THE_DEMO);
            }
            if (!markets.hasBroker()) {
                problems.addNew("/source", "needs a key to the broker: TRADIER_TOKEN is not set");
            }
            return NewYork.date(markets.now().getEpochSecond()).toString();
        }

        private @Nullable Integer speed(@Nullable LiveSource source) {
            var speed = body.speed();
            if (source == LiveSource.TRADIER) {
                if (speed != null) {
                    problems.addNew("/speed", OF_THE_DEMO);
                }
                return null;
            }
            var asked = problems.whole("/speed", Objects.requireNonNullElse(speed, DEFAULT_SPEED), 1, MOST_SPEED);
            return asked.isPresent() ? (Integer) (int) asked.getAsLong() : null;
        }

        private void requireEarlierPnl() {
            var place = 0;
            for (var pnl : body.earlierPnl()) {
                if (pnl != null && (!ExactNumbers.fitsDouble(pnl) || pnl.abs().compareTo(MOST_PNL) > 0)) {
                    problems.addNew(
                            "/earlierPnl/" + place,
                            "must be an amount of dollars that 64 bits can hold as it is written, at most "
                                    + MOST_PNL.toPlainString() + " either way");
                }
                place++;
            }
        }

        private @Nullable ReplayRequest replay(RawRequest asked, @Nullable LiveSource source) {
            try {
                return requests.readAccepted(asked);
            } catch (InvalidRequestException e) {
                e.problems().stream()
                        .filter(problem ->
                                !problem.pointer().equals("/dataset")) // there is none yet, and none is asked for
                        .forEach(problem -> problems.addNew(pointer(problem.pointer(), source), problem.message()));
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

        /** A backtest of the recording would pass other sessions over. */
        private void requireTraded(PaperRequest request, LiveSource source) {
            var date = request.replay().from();
            if (source == LiveSource.DEMO && !markets.demoDates().contains(date)) {
                var days = markets.demoDates().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
                problems.addNew("/date", "must be a day of the demo: " + days);
            }
            if (source == LiveSource.TRADIER
                    && markets.now().getEpochSecond() >= request.session().close()) {
                problems.addNew("/source", "the session of " + date + " is over");
            }
            switch (request.byDate()) {
                case EXCLUDED ->
                    problems.addNew("/parameters/excludedDates", "must not have " + date + ", the date asked for");
                case EARLY_CLOSE ->
                    problems.addNew(
                            "/parameters/tradeEarlyClose", "must be true: the session of " + date + " closes early");
                case TRADED, NO_DATA -> {}
            }
        }
    }
}
