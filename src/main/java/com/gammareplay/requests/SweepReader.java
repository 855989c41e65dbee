package com.gammareplay.requests;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.parameters.Parameters;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.sweep.Axis;
import com.gammareplay.replay.sweep.Combinations;
import com.gammareplay.replay.sweep.Grid;
import com.gammareplay.replay.sweep.Samples;
import com.gammareplay.replay.sweep.SweepRequest;
import com.gammareplay.replay.sweep.WindowPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads submissions of sweeps, checked and with every default filled in. Thread-safe. */
public final class SweepReader {

    static final int MOST_COMBINATIONS = 100_000;

    private static final long STANDARD_SEED = 1;
    private static final long MOST_SEED = (1L << 53) - 1;

    private final ReplayRequests bases;
    private final ExchangeCalendar calendar = new ExchangeCalendar();

    public SweepReader(ReplayRequests bases) {
        this.bases = bases;
    }

    /**
     * Reads a submission.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     */
    public Submission<SweepRequest> read(byte[] json) {
        var problems = new Problems();
        var body = SweepBody.of(JsonFields.of(json), problems);
        var sweep = problems.joinedBy(() -> checked(body));
        var label = body.label() == null ? body.base().label() : body.label();
        var tags = Tags.of(body.tags());
        return new Submission<>(
                sweep,
                SweepJson.write(sweep),
                label,
                tags.values().isEmpty() ? Tags.of(body.base().tags()) : tags,
                null);
    }

    /** Reads the request of a submission that was accepted before. */
    public SweepRequest readAccepted(String json) {
        var body = SweepBody.of(JsonFields.of(json.getBytes(StandardCharsets.UTF_8)), new Problems());
        return new Reading(body).request(bases::readAccepted);
    }

    /** Sweeps run one after another: one of days would keep all others waiting, and fail by its timeout in the end. */
    private SweepRequest checked(SweepBody body) {
        var sweep = new Reading(body).request(bases::read);
        requireEffect(sweep);
        var ticks = TickCount.of(
                sweep, calendar.sessions(sweep.base().from(), sweep.base().to()));
        if (ticks > TickCount.MOST) {
            throw new InvalidRequestException(List.of(new InvalidRequestException.Problem(
                    sweep.combinations() instanceof Grid ? "/grid" : "/samples",
                    "must make at most " + TickCount.MOST + " ticks (combinations, sessions and their ticks multiplied,"
                            + " training too), makes " + ticks)));
        }
        return sweep;
    }

    /** The request of a backtest has a distance of each index, which as a base would hide one that is swept for both. */
    private static void requireEffect(SweepRequest sweep) {
        var given = sweep.base().parameters().plainAsGiven();
        var swept = sweep.combinations().axes().stream()
                .map(axis -> axis.parameter().name())
                .toList();
        var both = Parameters.MIN_SHORT_DISTANCE.name();
        var single =
                sweep.base().indices().stream().map(index -> both + "." + index).toList();
        if (swept.contains(both)
                && single.stream().allMatch(name -> given.get(name) != null && !swept.contains(name))) {
            throw new InvalidRequestException(List.of(new InvalidRequestException.Problem(
                    (sweep.combinations() instanceof Grid ? "/grid/" : "/ranges/") + both,
                    "has no effect, for the base's " + String.join(" and ", single)
                            + " wins over it: set that to null or leave it out")));
        }
    }

    /** The reading of one request. */
    private final class Reading {
        private final SweepBody body;
        private final Problems problems = new Problems();

        Reading(SweepBody body) {
            this.body = body;
        }

        SweepRequest request(Function<RawRequest, ReplayRequest> bases) {
            var base = base(bases);
            var combinations = combinations();
            var windows = new WalkForwardReader(problems);
            var walkForward = windows.read(body.walkForward());
            if (base != null && combinations != null) {
                var sessions = WindowPlan.traded(base, calendar.sessions(base.from(), base.to()));
                windows.requireRoom(walkForward, sessions, combinations.size());
            }
            if (base == null || combinations == null || !problems.isEmpty()) {
                throw new InvalidRequestException(problems.list());
            }
            return new SweepRequest(base, combinations, walkForward, body.intervals());
        }

        private @Nullable ReplayRequest base(Function<RawRequest, ReplayRequest> bases) {
            try {
                return bases.apply(body.base().request());
            } catch (InvalidRequestException e) {
                problems.addBelow("/base", e.problems());
                return null;
            }
        }

        private @Nullable Combinations combinations() {
            if (body.ranges() != null) {
                if (body.grid() != null) {
                    problems.add("/grid", "must not be given together with ranges");
                }
                return samples(new AxisReader(problems).ranges(body.ranges()));
            }
            if (body.samples() != null || body.seed() != null) {
                problems.add(body.samples() != null ? "/samples" : "/seed", "must only be given with ranges");
            }
            if (body.grid() == null) {
                problems.add("/grid", "must be given: lists of values by parameter; or ranges with samples");
                return null;
            }
            return grid(new AxisReader(problems).grid(body.grid()));
        }

        private @Nullable Combinations grid(List<Axis> axes) {
            var size = size(axes);
            if (size > MOST_COMBINATIONS) {
                problems.add("/grid", "must have at most " + MOST_COMBINATIONS + " combinations");
            }
            return problems.isEmpty() ? new Grid(axes, (int) size) : null;
        }

        private @Nullable Combinations samples(List<Axis> axes) {
            var count = problems.whole("/samples", body.samples(), 1, MOST_COMBINATIONS);
            var seed = body.seed() == null
                    ? STANDARD_SEED
                    : problems.whole("/seed", body.seed(), 0, MOST_SEED).orElse(STANDARD_SEED);
            if (count.isPresent() && problems.isEmpty() && count.getAsLong() > size(axes)) {
                problems.add("/samples", "must be at most " + size(axes) + ", for there are no more combinations");
            }
            return problems.isEmpty() && count.isPresent() ? Samples.draw(axes, (int) count.getAsLong(), seed) : null;
        }
    }

    /** Combinations of all values; of very many the greatest number there is. */
    private static long size(List<Axis> axes) {
        var size = 1L;
        for (var axis : axes) {
            size = size > Long.MAX_VALUE / axis.size() ? Long.MAX_VALUE : size * axis.size();
        }
        return size;
    }
}
