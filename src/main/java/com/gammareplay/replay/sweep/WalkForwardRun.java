package com.gammareplay.replay.sweep;

import com.gammareplay.model.Session;
import com.gammareplay.replay.Headline;
import com.gammareplay.replay.SessionResult;
import com.gammareplay.replay.sweep.WalkForward.Window;
import com.gammareplay.statistics.Figure;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Chooses the best combination in each window, and replays it on the sessions after those it was chosen on. */
final class WalkForwardRun {

    private final SweepRequest sweep;
    private final Objective objective;
    private final List<Window> windows;
    private final Pass pass;
    private final BooleanSupplier cancelled;

    WalkForwardRun(
            SweepRequest sweep, Objective objective, List<Window> windows, Pass pass, BooleanSupplier cancelled) {
        this.sweep = sweep;
        this.objective = objective;
        this.windows = windows;
        this.pass = pass;
        this.cancelled = cancelled;
    }

    /** Chooses in every window that the journal does not have yet. */
    void choose(SweepJournal journal) {
        for (var window = journal.choices().size(); window < windows.size(); window++) {
            journal.choose(best(windows.get(window), journal));
            journal.pause();
        }
    }

    private int best(Window window, SweepJournal journal) {
        var best = 0;
        @Nullable Figure bestFigure = null;
        var slices = Slice.of(1, sweep.size(), Workload.of(1, window.train(), sweep.step()));
        for (var slice : slices) {
            var figures = slice.replay(
                    sweep,
                    window.train(),
                    pass,
                    cancelled,
                    one -> objective.number().of(one.ledger()));
            for (var i = 0; i < figures.size(); i++) {
                if (bestFigure == null || objective.isBetter(figures.get(i), bestFigure)) {
                    best = slice.first() + i;
                    bestFigure = figures.get(i);
                }
            }
            journal.pause();
        }
        return best;
    }

    /** What a combination gave on some sessions. */
    private record Replayed(List<SessionResult> sessions, Ledger ledger) {}

    /** Replays what was chosen. */
    WalkForwardResult test(List<Integer> choices) {
        var tested = new ArrayList<WalkForwardResult.Window>();
        var start = sweep.base().startingBalance();
        var balance = start;
        var sessions = new ArrayList<SessionResult>();
        var trades = new ArrayList<Trade>();
        var days = new ArrayList<Ledger.Day>();
        for (var i = 0; i < windows.size(); i++) {
            var window = windows.get(i);
            var inSample = replayed(choices.get(i), start, window.train());
            var outOfSample = replayed(choices.get(i), balance, window.test());
            balance = outOfSample.ledger().endingBalance();
            sessions.addAll(outOfSample.sessions());
            trades.addAll(outOfSample.ledger().trades());
            days.addAll(outOfSample.ledger().days());
            tested.add(tested(window, choices.get(i) - 1, inSample, outOfSample));
        }
        var stitched = new Replayed(sessions, new Ledger(start, trades, List.of(), days));
        return new WalkForwardResult(objective, headline(stitched), tested);
    }

    /** Where the balance of a test is used up, there is nothing left to trade with in those after it. */
    private Replayed replayed(int number, long balance, List<Session> sessions) {
        if (balance <= 0) {
            return new Replayed(List.of(), new Ledger(balance, List.of(), List.of(), List.of()));
        }
        var one = new CombinationReplay(sweep.request(number), balance, cancelled);
        pass.replay(List.of(one), sessions);
        return new Replayed(one.sessions(), one.ledger());
    }

    private Headline headline(Replayed replayed) {
        return pass.headline(replayed.sessions(), replayed.ledger());
    }

    private WalkForwardResult.Window tested(Window window, int combination, Replayed inSample, Replayed outOfSample) {
        return new WalkForwardResult.Window(
                range(window.train()),
                range(window.test()),
                combination,
                sweep.combinations().values(combination),
                headline(inSample),
                headline(outOfSample));
    }

    private static WalkForwardResult.Range range(List<Session> sessions) {
        return new WalkForwardResult.Range(
                sessions.getFirst().date(), sessions.getLast().date());
    }
}
