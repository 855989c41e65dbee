package com.gammareplay.marketdata;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Ends work that nobody wants any more. */
public final class Cancelling {

    private Cancelling() {}

    /**
     * Goes on unless the work was cancelled.
     *
     * @throws CancellationException if it was
     */
    public static void requireWanted(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
