package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.marketdata.Cancelling;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Lets jobs run side by side in this process, but a job that has cost workers their lives, or found no memory beside
 * others, only by itself. Jobs enter in the order in which they come: whoever must be alone waits for the jobs before it,
 * and those after it wait for that one. Thread-safe.
 */
@Component
class Quarantine {

    private static final int ONE = 1;
    private static final int ALL = Integer.MAX_VALUE;

    /** How often a job that lets others pass looks whether it is still to run. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Semaphore places = new Semaphore(ALL, true);

    /** Ids of jobs that found no memory beside others, until they run again. */
    private final Set<String> shortOfMemory = ConcurrentHashMap.newKeySet();

    /** Lets a job run alone in its next attempt. */
    void suspect(Job job) {
        shortOfMemory.add(job.id());
    }

    /** Waits until a job may run; the permit is to be closed at its end. */
    Permit enter(Job job) throws InterruptedException {
        var wasShort = shortOfMemory.remove(job.id());
        var permit = new Permit(wasShort || job.mustRunAlone() ? ALL : ONE);
        places.acquire(permit.held);
        return permit;
    }

    /** What lets a job run; used by the thread that runs it. */
    final class Permit implements AutoCloseable {

        private int held;

        private Permit(int held) {
            this.held = held;
        }

        /** Whether no other job may run beside this one. */
        boolean isAlone() {
            return held == ALL;
        }

        /** Whether others may not run beside this job, or wait for one that may not. */
        boolean isInTheWay() {
            return isAlone() || places.hasQueuedThreads();
        }

        /**
         * Lets those go first that wait now; others may run beside this job from then on.
         *
         * @param unwanted whether this job is to end instead of going on
         * @throws java.util.concurrent.CancellationException once that is so
         */
        void letOthersPass(BooleanSupplier unwanted) throws InterruptedException {
            close();
            while (!places.tryAcquire(ONE, LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                Cancelling.requireWanted(unwanted);
            }
            held = ONE;
        }

        @Override
        public void close() {
            places.release(held);
            held = 0;
        }
    }
}
