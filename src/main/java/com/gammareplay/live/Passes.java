package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Asks the market when it is time to, and seals what it answers into the recording. */
final class Passes {

    private final PollPlan plan;
    private final LiveTime time;
    private final Market market;
    private final LiveRecording recording;
    private final LiveCounts counts;
    private final Map<Index, Set<OptionContract>> contracts = new EnumMap<>(Index.class);
    private final Map<Index, Long> snapshots = new EnumMap<>(Index.class);
    private final Map<Series, Instant> answered = new HashMap<>();

    /** What answers are compared among: a later one says the same anew. */
    private record Series(Index index, Poll.Kind kind) {}

    Passes(
            PollPlan plan,
            LiveTime time,
            Market market,
            LiveRecording recording,
            Collection<Index> indices,
            LiveCounts counts) {
        this.plan = plan;
        this.time = time;
        this.market = market;
        this.recording = recording;
        this.counts = counts;
        counts.leftOut(market.feed().counts());
        for (var index : indices) {
            recording.firstChain(index).ifPresent(chain -> contracts.put(index, new LinkedHashSet<>(chain)));
        }
    }

    /** When the market is to be asked next. */
    Instant next() {
        return plan.next();
    }

    /** Asks what is to be asked by now. */
    void begin() {
        var now = time.now();
        for (var planned : plan.due(now)) {
            if (isWanted(planned)) {
                time.begin(poll(planned, now), market::ask);
            }
        }
    }

    private boolean isWanted(PollPlan.Planned planned) {
        return switch (planned.kind()) {
            case QUOTES -> contracts.containsKey(planned.index());
            case SNAPSHOT -> !has(planned.index(), planned.since());
        };
    }

    private boolean has(Index index, long since) {
        var newest = snapshots.get(index);
        return since == PollPlan.EVER ? contracts.containsKey(index) : newest != null && newest >= since;
    }

    private Poll poll(PollPlan.Planned planned, Instant now) {
        var wanted = switch (planned.kind()) {
            case QUOTES -> List.copyOf(Objects.requireNonNull(contracts.get(planned.index())));
            case SNAPSHOT -> List.<OptionContract>of();
        };
        return new Poll(planned.kind(), planned.index(), wanted, now, Instant.ofEpochSecond(planned.tick()));
    }

    /** Seals an answer: what could not be recorded never existed. */
    void seal(Answer answer, long lastTick) {
        counts.leftOut(market.feed().counts());
        var series = new Series(answer.poll().index(), answer.poll().kind());
        var newest = answered.get(series);
        if (newest != null && answer.poll().begun().isBefore(newest)) {
            counts.superseded();
            return;
        }
        try {
            switch (answer.pass()) {
                case null -> counts.failure(Objects.requireNonNull(answer.failure()));
                case MarketSnapshot snapshot -> seal(snapshot, answer, lastTick);
                case QuotePass quotes -> add(quotes, answer, lastTick);
            }
        } catch (RecordingFailedException e) {
            counts.notRecorded(String.valueOf(e.getMessage()));
        }
    }

    private void seal(MarketSnapshot snapshot, Answer answer, long lastTick) {
        var index = snapshot.index();
        var known = contracts.get(index);
        var wanted = known == null ? new LinkedHashSet<>(StrikeRange.near(snapshot)) : known;
        var only = StrikeRange.only(wanted, snapshot);
        counts.strikesOutOfRange(snapshot.chain().size() - only.chain().size());
        if (only.chain().isEmpty()) {
            var message = "the chain of " + index + " has no contract near " + snapshot.price();
            counts.failure(new FeedException(FeedException.Kind.BAD_ANSWER, message));
            return;
        }
        snapshots.put(index, add(only, answer, lastTick));
        contracts.put(index, wanted);
    }

    private long add(MarketPass pass, Answer answer, long lastTick) {
        var stamp = recording.add(pass, Math.max(roundedUp(answer.completed()), after(lastTick)));
        answered.put(
                new Series(answer.poll().index(), answer.poll().kind()),
                answer.poll().begun());
        counts.passes(answer.poll().kind());
        return stamp;
    }

    private static long after(long tick) {
        return tick == MarketView.NONE ? tick : tick + 1;
    }

    private static long roundedUp(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }
}
