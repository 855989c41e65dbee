package com.gammareplay.requests;

import com.gammareplay.model.Session;
import com.gammareplay.parameters.NearestName;
import com.gammareplay.replay.sweep.Objective;
import com.gammareplay.replay.sweep.WalkForward;
import com.gammareplay.requests.SweepBody.WalkForwardBody;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of its walk-forward test. */
final class WalkForwardReader {

    private static final int MOST_SESSIONS = 400;
    private static final long MOST_REPLAYS = 100_000_000;

    private final Problems problems;

    WalkForwardReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    WalkForward read(@Nullable WalkForwardBody body) {
        if (body == null) {
            return null;
        }
        var objective = objective(body.objective());
        var train = problems.whole("/walkForward/trainSessions", body.trainSessions(), 1, MOST_SESSIONS);
        var test = problems.whole("/walkForward/testSessions", body.testSessions(), 1, MOST_SESSIONS);
        if (train.isEmpty() || test.isEmpty()) {
            return null;
        }
        var given = body.step() == null ? BigDecimal.valueOf(test.getAsLong()) : body.step();
        var step = problems.whole("/walkForward/step", given, test.getAsLong(), MOST_SESSIONS);
        return step.isEmpty()
                ? null
                : new WalkForward((int) train.getAsLong(), (int) test.getAsLong(), (int) step.getAsLong(), objective);
    }

    private Objective objective(@Nullable String text) {
        if (text == null) {
            return Objective.STANDARD;
        }
        return Objective.find(text).orElseGet(() -> {
            problems.add(
                    "/walkForward/objective",
                    "must be the name of a headline number, with - before it for the greatest"
                            + NearestName.hint(text, Objective.NAMES));
            return Objective.STANDARD;
        });
    }

    /** Makes sure that the test fits what is swept. */
    void requireRoom(@Nullable WalkForward walkForward, List<Session> traded, int combinations) {
        if (walkForward == null) {
            return;
        }
        var windows = walkForward.windows(traded).size();
        if (windows == 0) {
            problems.add(
                    "/walkForward/trainSessions",
                    "must leave room for a window: with testSessions it has "
                            + (walkForward.trainSessions() + walkForward.testSessions())
                            + " sessions, the range has " + traded.size() + " that may be traded");
        }
        var replays = (long) windows * walkForward.trainSessions() * combinations;
        if (replays > MOST_REPLAYS) {
            problems.add(
                    "/walkForward/trainSessions",
                    "must make at most " + MOST_REPLAYS + " replays of a session (windows, sessions and combinations"
                            + " multiplied), makes " + replays);
        }
    }
}
