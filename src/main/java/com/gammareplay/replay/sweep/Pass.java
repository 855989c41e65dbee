package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import com.gammareplay.replay.Headline;
import com.gammareplay.replay.SessionLoader;
import com.gammareplay.replay.SessionResult;
import com.gammareplay.statistics.Intervals;
import com.gammareplay.statistics.SessionSharpe;
import com.gammareplay.trading.Ledger;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes combinations through the same sessions: each session is loaded once, then all of them replay it. */
final class Pass {

    private final SweptRecordings recordings;
    private final List<Index> indices;
    private final Executor loaders;
    private final ParallelWork parallel;
    private final SweepProgress progress;
    private final SweptData data;

    Pass(
            SweptRecordings recordings,
            List<Index> indices,
            Executor loaders,
            ParallelWork parallel,
            SweepProgress progress,
            SweptData data) {
        this.recordings = recordings;
        this.indices = indices;
        this.loaders = loaders;
        this.parallel = parallel;
        this.progress = progress;
        this.data = data;
    }

    /**
     * Replays sessions, in their order, with all combinations.
     *
     * @throws DataChangedException if one is not what it was before
     */
    void replay(List<CombinationReplay> combinations, List<Session> sessions) {
        var needs = recordings.needs(combinations.stream().anyMatch(CombinationReplay::needsChains));
        replay(combinations, sessions, needs);
        if (!needs.equals(recordings.needsOfBase())) {
            lookAtBase(sessions);
        }
    }

    /** What is read in another way has another digest; that of the base tells whether it is still the same. */
    private void lookAtBase(List<Session> sessions) {
        var needs = recordings.needsOfBase();
        var wanted = recordings.wantedByBase(sessions);
        try (var loader = new SessionLoader(recordings.get(needs), indices, wanted, loaders)) {
            wanted.forEach(session -> data.see(needs, session, loader.next().digest()));
        }
    }

    private void replay(List<CombinationReplay> combinations, List<Session> sessions, DataNeeds needs) {
        var wanted = sessions.stream()
                .filter(session -> combinations.stream().anyMatch(one -> one.wants(session)))
                .toList();
        try (var loader = new SessionLoader(recordings.get(needs), indices, wanted, loaders)) {
            for (var session : sessions) {
                progress.at(session);
                if (wanted.contains(session)) {
                    var market = loader.next();
                    data.see(needs, session, market.digest());
                    parallel.each(combinations, one -> one.replay(session, market));
                } else {
                    combinations.forEach(one -> one.leaveOut(session));
                }
                progress.done(session, combinations.size());
            }
        }
    }

    /** What is kept of some combinations; intervals take much longer than the rest, and all threads. */
    List<SweptCombination> swept(
            List<CombinationReplay> replayed, boolean areIntervalsWanted, BooleanSupplier cancelled) {
        var intervals = new AtomicReferenceArray<@Nullable Intervals>(replayed.size());
        if (areIntervalsWanted) {
            parallel.each(IntStream.range(0, replayed.size()).boxed().toList(), number -> {
                Cancelling.requireWanted(cancelled);
                intervals.set(number, Intervals.of(replayed.get(number).ledger()));
            });
        }
        return IntStream.range(0, replayed.size())
                .mapToObj(number -> {
                    Cancelling.requireWanted(cancelled);
                    var one = replayed.get(number);
                    var ledger = one.ledger();
                    return new SweptCombination(
                            headline(one.sessions(), ledger), SessionSharpe.of(ledger), intervals.get(number));
                })
                .toList();
    }

    /** The numbers of a combination with the counts of its warnings. */
    Headline headline(List<SessionResult> sessions, Ledger ledger) {
        return recordings.findings().headline(sessions, ledger);
    }
}
