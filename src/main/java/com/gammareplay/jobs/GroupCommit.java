package com.gammareplay.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what several threads have to write at the same time in one transaction, so that they wait for one sync of the
 * disk and not each for its own and those before it. Each write is undone by itself if it fails; none has returned before
 * the transaction is on the disk, and all fail if that does. Thread-safe.
 */
final class GroupCommit implements TransactionOperations {

    private static final int MOST_WRITES = 64;

    private final TransactionTemplate whole;
    private final TransactionTemplate each;
    private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isLed = new AtomicBoolean();

    /** Groups what would be written in transactions like the given one. */
    GroupCommit(TransactionTemplate whole) {
        this.whole = whole;
        this.each = new TransactionTemplate(Objects.requireNonNull(whole.getTransactionManager()), whole);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** One thread's write and what came of it. */
    private static final class Write<T extends @Nullable Object> {
        private final TransactionCallback<T> action;
        private final Semaphore signal = new Semaphore(0);
        private volatile boolean isDone;
        private Supplier<T> outcome = () -> {
            throw new IllegalStateException("a write must be done before it is asked what came of it");
        };

        Write(TransactionCallback<T> action) {
            this.action = action;
        }

        void run(TransactionStatus status) {
            var result = action.doInTransaction(status);
            outcome = () -> result;
        }

        void fail(RuntimeException failure) {
            outcome = () -> {
                throw failure;
            };
        }

        void fail(Error failure) {
            outcome = () -> {
                throw failure;
            };
        }

        void done() {
            isDone = true;
            signal.release();
        }
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return whole.execute(action);
        }
        var write = new Write<T>(action);
        waiting.add(write);
        while (!write.isDone) {
            if (isLed.compareAndSet(false, true)) {
                lead();
            } else {
                write.signal.acquireUninterruptibly();
            }
        }
        return write.outcome.get();
    }

    /** Writes what waits, then leaves the lead to somebody who still does. */
    private void lead() {
        try {
            commit(next());
        } finally {
            isLed.set(false);
            var successor = waiting.peek();
            if (successor != null) {
                successor.signal.release();
            }
        }
    }

    private List<Write<?>> next() {
        var group = new ArrayList<Write<?>>();
        for (var write = waiting.poll(); write != null; write = group.size() < MOST_WRITES ? waiting.poll() : null) {
            group.add(write);
        }
        return group;
    }

    private void commit(List<Write<?>> group) {
        try {
            if (group.size() == 1) {
                whole.executeWithoutResult(group.getFirst()::run);
            } else {
                whole.executeWithoutResult(_ -> group.forEach(this::runAlone));
            }
        } catch (RuntimeException failure) {
            group.forEach(write -> write.fail(failure));
        } catch (Error failure) { // whoever waits has to hear of it too
            group.forEach(write -> write.fail(failure));
        } finally {
            group.forEach(Write::done);
        }
    }

    private void runAlone(Write<?> write) {
        try {
            each.executeWithoutResult(write::run);
        } catch (RuntimeException failure) {
            if (concernsAll(failure)) {
                throw failure;
            }
            write.fail(failure);
        }
    }

    /**
     * True if the transaction may not exist any more: the database could not begin it, or has ended it by itself. Each
     * later write would be one of its own then, on the disk although its writer is told that it failed.
     */
    private static boolean concernsAll(RuntimeException failure) {
        return failure instanceof TransactionException
                || StorageTrouble.in(failure).isPresent();
    }
}
