package com.gammareplay.preparation;

/** What the preparation of datasets gives way to. */
@FunctionalInterface
public interface Workload {

    /** True while this process has something to do that somebody waits for. */
    boolean isBusy();
}
