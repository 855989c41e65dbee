package com.gammareplay.performance;

/** Times work by the wall clock. */
final class Stopwatch {

    private Stopwatch() {}

    /** Something to be timed. */
    @FunctionalInterface
    interface Work<X extends Exception> {
        void run() throws X;
    }

    /** Seconds that some work takes. */
    static <X extends Exception> double seconds(Work<X> work) throws X {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
