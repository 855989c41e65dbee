package com.gammareplay.fake;

import com.gammareplay.replay.Headline;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.sweep.SweepJournal;
import com.gammareplay.replay.sweep.SweepRequest;
import com.gammareplay.replay.sweep.Sweeps;
import com.gammareplay.replay.sweep.SweptCombination;
import com.gammareplay.replay.sweep.WalkForwardResult;
import com.gammareplay.statistics.Summary;
import com.gammareplay.trading.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A run does what the test has told it to, then keeps the base if it has none. */
public final class FakeSweeps implements Sweeps {

    /** What a run does before it ends. */
    public interface Behaviour {
        void run(SweepJournal journal, ReplayListener listener) throws InterruptedException;
    }

    /** A row without trades. */
    public static final SweptCombination ROW = new SweptCombination(
            new Headline(Summary.headline(new Ledger(2_500_000, List.of(), List.of(), List.of())), Map.of()),
            null,
            null);

    private volatile Behaviour behaviour = (_, _) -> {};

    public void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public Optional<WalkForwardResult> run(SweepRequest sweep, SweepJournal journal, ReplayListener listener) {
        try {
            behaviour.run(journal, listener);
        } catch (InterruptedException e) {
            throw new CancellationException(String.valueOf(e.getMessage()));
        }
        if (listener.isCancelled()) {
            throw new CancellationException("the listener says so");
        }
        if (journal.kept() == 0) {
            journal.keep(List.of(ROW));
        }
        return Optional.empty();
    }
}
