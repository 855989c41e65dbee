package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks requests for sweeps and fills in their defaults; everything that is wrong is found at once. */
final class SweepReader {

    static final int MOST_COMBINATIONS = 100_000;

    private static final long STANDARD_SEED = 1;
    private static final long MOST_SEED = (1L << 53) - 1;

    private final Backtests backtests;
    private final ExchangeCalendar calendar;

    SweepReader(Backtests backtests, ExchangeCalendar calendar) {
        this.backtests = backtests;
        this.calendar = calendar;
    }

    SweepRequest read(RawSweep raw) {
        var sweep = new Reading(raw).request(backtests::read);
        requireReasonable(sweep);
        return sweep;
    }

    /** Sweeps run one after another: one of days would keep all others waiting, and fail by its timeout in the end. */
    private void requireReasonable(SweepRequest sweep) {
        var ticks = TickCount.of(
                sweep, calendar.sessions(sweep.base().from(), sweep.base().to()));
        if (ticks > TickCount.MOST) {
            throw new InvalidRequestException(List.of(new Problem(
                    sweep.combinations() instanceof Grid ? "/grid" : "/samples",
                    "must make at most " + TickCount.MOST + " ticks (combinations, sessions and their ticks multiplied,"
                            + " training too), makes " + ticks)));
        }
    }

    SweepRequest readAccepted(RawSweep raw) {
        return new Reading(raw).request(backtests::readAccepted);
    }

    /** The reading of one request. */
    private final class Reading {
        private final RawSweep raw;
        private final Complaints complaints = new Complaints();

        Reading(RawSweep raw) {
            this.raw = raw;
        }

        SweepRequest request(Function<RawRequest, ReplayRequest> bases) {
            var base = base(bases);
            var combinations = combinations();
            var windows = new WalkForwardReader(complaints);
            var walkForward = windows.read(raw.walkForward());
            if (base != null && combinations != null) {
                var sessions = WindowPlan.traded(base, calendar.sessions(base.from(), base.to()));
                windows.requireRoom(walkForward, sessions, combinations.size());
            }
            if (base == null || combinations == null || !complaints.isEmpty()) {
                throw new InvalidRequestException(complaints.list());
            }
            return new SweepRequest(base, combinations, walkForward);
        }

        private @Nullable ReplayRequest base(Function<RawRequest, ReplayRequest> bases) {
            try {
                return bases.apply(raw.base());
            } catch (InvalidRequestException e) {
                e.problems().forEach(problem -> complaints.add("/base" + problem.pointer(), problem.message()));
                return null;
            }
        }

        private @Nullable Combinations combinations() {
            if (raw.ranges() != null) {
                if (raw.grid() != null) {
                    complaints.add("/grid", "must not be given together with ranges");
                }
                return samples(new AxisReader(complaints).ranges(raw.ranges()));
            }
            if (raw.samples() != null || raw.seed() != null) {
                complaints.add(raw.samples() != null ? "/samples" : "/seed", "must only be given with ranges");
            }
            if (raw.grid() == null) {
                complaints.add("/grid", "must be given: lists of values by parameter; or ranges with samples");
                return null;
            }
            return grid(new AxisReader(complaints).grid(raw.grid()));
        }

        private @Nullable Combinations grid(List<Axis> axes) {
            var size = size(axes);
            if (size > MOST_COMBINATIONS) {
                complaints.add("/grid", "must have at most " + MOST_COMBINATIONS + " combinations");
            }
            return complaints.isEmpty() ? new Grid(axes, (int) size) : null;
        }

        private @Nullable Combinations samples(List<Axis> axes) {
            var count = complaints.whole("/samples", raw.samples(), 1, MOST_COMBINATIONS);
            var seed = raw.seed() == null
                    ? STANDARD_SEED
                    : complaints.whole("/seed", raw.seed(), 0, MOST_SEED).orElse(STANDARD_SEED);
            if (count.isPresent() && complaints.isEmpty() && count.getAsLong() > size(axes)) {
                complaints.add("/samples", "must be at most " + size(axes) + ", for there are no more combinations");
            }
            return complaints.isEmpty() && count.isPresent() ? Samples.draw(axes, (int) count.getAsLong(), seed) : null;
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
