package com.gammareplay.replay.sweep;

import com.gammareplay.replay.Futures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Threads that share the work of a sweep, that of the caller among them. What comes out does not depend on them. */
public final class ParallelWork {

    private final Executor helpers;
    private final int size;

    /**
     * Work for some threads.
     *
     * @param helpers runs one task less than {@code size} at once
     * @param size threads, at least 1
     */
    public ParallelWork(Executor helpers, int size) {
        this.helpers = helpers;
        this.size = size;
    }

    /** Does something with each of some items, in any order; once one fails, no other is begun. */
    <T> void each(List<T> items, Consumer<T> work) {
        var next = new AtomicInteger();
        Runnable share = () -> {
            try {
                for (var item = next.getAndIncrement(); item < items.size(); item = next.getAndIncrement()) {
                    work.accept(items.get(item));
                }
            } finally {
                next.set(items.size());
            }
        };
        var shares = Stream.generate(() -> CompletableFuture.runAsync(share, helpers))
                .limit(Math.min(size, items.size()) - 1L)
                .toList();
        try {
            share.run();
        } finally {
            shares.forEach(other -> other.handle((_, _) -> true).join());
        }
        shares.forEach(Futures::join);
    }
}
