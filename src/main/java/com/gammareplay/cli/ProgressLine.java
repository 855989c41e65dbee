package com.gammareplay.cli;

import com.gammareplay.replay.ReplayListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a replay's progress on a terminal, and nothing where the output goes to a file or another program. */
final class ProgressLine implements ReplayListener, AutoCloseable {

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ProgressLine hidden() {
        return new ProgressLine(null);
    }

    @SuppressWarnings("SystemConsoleNull") // with JDK 25's own console it is null where output is redirected
    static ProgressLine onTerminal() {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return hidden();
        }
        return new ProgressLine(new ProgressBarBuilder()
                .setTaskName("replay")
                .setUnit(" ticks", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .build());
    }

    @Override
    public void progress(Progress progress) {
        if (bar != null) {
            bar.maxHint(progress.ticksTotal());
            bar.stepTo(progress.ticksDone());
            bar.setExtraMessage(" " + progress.session().date());
        }
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
