package com.gammareplay.preparation;

/** What the preparation of datasets gives way to. */
@FunctionalInterface
public interface ForegroundWork {

    /** True while this process has something to do that somebody waits for. */
    boolean isBusy();
}
