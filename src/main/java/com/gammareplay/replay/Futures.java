package com.gammareplay.replay;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work of other threads. */
public final class Futures {

    private Futures() {}

    /** Waits for what comes of some work; fails as the work did. */
    public static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
