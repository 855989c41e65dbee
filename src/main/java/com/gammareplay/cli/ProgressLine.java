package com.gammareplay.cli;

import com.gammareplay.replay.ReplayListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows progress on a terminal, and nothing where the output goes to a file or another program. */
final class ProgressLine implements ReplayListener, AutoCloseable {

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ProgressLine hidden() {
        return new ProgressLine(null);
    }

    /** Progress of a task that is counted in some unit. */
    @SuppressWarnings("SystemConsoleNull") // with JDK 25's own console it is null where output is redirected
    static ProgressLine onTerminal(String task, String unit) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return hidden();
        }
        return new ProgressLine(new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .build());
    }

    @Override
    public void progress(Progress progress) {
        step(progress.ticksDone(), progress.ticksTotal());
        if (bar != null) {
            bar.setExtraMessage(" " + progress.session().date());
        }
    }

    void step(long done, long total) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
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
