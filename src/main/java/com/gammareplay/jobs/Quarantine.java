package com.gammareplay.jobs;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.stereotype.Component;

/** Lets jobs run side by side in this process, but a job that has cost workers their lives only by itself. */
@Component
class Quarantine {

    private static final int DEATHS_TO_RUN_ALONE = 2;

    /** Fair: whoever must be alone waits for the jobs before it, not for those after it. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Whether a job is too suspect to be tried once more: it ran alone when it last took its worker with it. */
    static boolean isPoisonous(int deaths) {
        return deaths > DEATHS_TO_RUN_ALONE;
    }

    /** Waits until a job may run; the lock is to be released at its end, by the same thread. */
    Lock enter(Job job) throws InterruptedException {
        var entered = job.deaths() >= DEATHS_TO_RUN_ALONE ? lock.writeLock() : lock.readLock();
        entered.lockInterruptibly();
        return entered;
    }
}
