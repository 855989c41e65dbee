package com.gammareplay.testing;

import com.gammareplay.replay.ReplayListener;

/** Hears nothing and never cancels. */
public final class DeafListener implements ReplayListener {

    @Override
    public void progress(Progress progress) {}

    @Override
    public boolean isCancelled() {
        return false;
    }
}
