package com.gammareplay.jobs;

import com.gammareplay.marketdata.Cancelling;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Lets jobs run side by side in this process, but a job that has cost workers their lives, or found no memory beside
 * others, only by itself. Jobs enter in the order in which they come: whoever must be alone waits for the jobs before it,
 * not for those after it. Thread-safe.
 */
@Component
class Quarantine {

    private static final int DEATHS_TO_RUN_ALONE = 2;

    /** What kills processes from outside may do so several times in a row, within seconds of their starts. */
    private static final int DEATHS_TO_SURVIVE = 5;

    /** How often a job that waits looks whether it is still to run. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Deque<Stay> waiting = new ArrayDeque<>();
    private final Set<Stay> inside = new HashSet<>();

    /** Ids of jobs that found no memory beside others. A process that is started anew lets them try that again. */
    private final Set<String> hungry = ConcurrentHashMap.newKeySet();

    /** Whether a job is too suspect to be tried once more: it ran alone when it took its last workers with it. */
    static boolean isPoisonous(int deaths) {
        return deaths > DEATHS_TO_SURVIVE;
    }

    /** Whether a job may only run alone. */
    boolean isSuspect(Job job) {
        return job.deaths() >= DEATHS_TO_RUN_ALONE || hungry.contains(job.id());
    }

    /** Lets a job run only alone from its next attempt on. */
    void suspect(Job job) {
        hungry.add(job.id());
    }

    /** Forgets a job that has ended. */
    void forget(Job job) {
        hungry.remove(job.id());
    }

    /** Waits until a job may run; the stay is to be closed at its end. */
    Stay enter(Job job) throws InterruptedException {
        var stay = new Stay(isSuspect(job));
        enter(stay, () -> false);
        return stay;
    }

    private synchronized void enter(Stay stay, BooleanSupplier unwanted) throws InterruptedException {
        waiting.add(stay);
        try {
            while (!mayEnter(stay)) {
                Cancelling.requireWanted(unwanted);
                TimeUnit.MILLISECONDS.timedWait(this, LOOK.toMillis());
            }
            meet(stay);
            inside.add(stay);
        } finally {
            waiting.remove(stay);
            notifyAll();
        }
    }

    private boolean mayEnter(Stay stay) {
        return waiting.peek() == stay
                && (stay.alone ? inside.isEmpty() : inside.stream().noneMatch(other -> other.alone));
    }

    private void meet(Stay stay) {
        inside.forEach(other -> other.met = true);
        stay.met |= !inside.isEmpty();
    }

    private synchronized void leave(Stay stay) {
        inside.remove(stay);
        notifyAll();
    }

    private synchronized void share(Stay stay) {
        stay.alone = false;
        notifyAll();
    }

    private synchronized boolean hasMet(Stay stay) {
        return stay.met;
    }

    private synchronized boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** The time for which a job may run. */
    final class Stay implements AutoCloseable {

        private volatile boolean alone;
        private boolean met;

        private Stay(boolean alone) {
            this.alone = alone;
        }

        /** Whether no other job may run beside this one. */
        boolean isAlone() {
            return alone;
        }

        /** Whether in all this time no other job ran beside this one. */
        boolean wasAlone() {
            return !hasMet(this);
        }

        /** Lets others run beside this job from now on. */
        void share() {
            Quarantine.this.share(this);
        }

        /** Whether others wait until they may run. */
        boolean isAwaited() {
            return Quarantine.this.isAwaited();
        }

        /**
         * Lets those go first that wait now.
         *
         * @param unwanted whether this job is to end instead of going on
         * @throws java.util.concurrent.CancellationException once that is so
         */
        void letOthersPass(BooleanSupplier unwanted) throws InterruptedException {
            leave(this);
            enter(this, unwanted);
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
