package com.gammareplay.cli;

import com.gammareplay.replay.ReplayListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows progress: as a bar on a terminal, and where the output goes to a file or another program by a line now and then. */
final class ProgressLine implements ReplayListener, AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final String task;
    private final String unit;
    private final @Nullable ProgressBar bar;
    private final @Nullable PrintWriter lines;
    private final InstantSource clock;
    private Instant shown;

    private ProgressLine(
            String task, String unit, @Nullable ProgressBar bar, @Nullable PrintWriter lines, InstantSource clock) {
        this.task = task;
        this.unit = unit;
        this.bar = bar;
        this.lines = lines;
        this.clock = clock;
        this.shown = clock.instant();
    }

    static ProgressLine hidden() {
        return new ProgressLine("", "", null, null, InstantSource.system());
    }

    /** Progress of a task that is counted in some unit, by lines if there is no terminal. */
    @SuppressWarnings("SystemConsoleNull") // with JDK 25's own console it is null where output is redirected
    static ProgressLine of(String task, String unit, PrintWriter lines) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return inLines(task, unit, lines, InstantSource.system());
        }
        var bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
        return new ProgressLine(task, unit, bar, null, InstantSource.system());
    }

    static ProgressLine inLines(String task, String unit, PrintWriter lines, InstantSource clock) {
        return new ProgressLine(task, unit, null, lines, clock);
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
        if (lines != null && !clock.instant().isBefore(shown.plus(PAUSE))) {
            shown = clock.instant();
            lines.println(task + ": " + done + " of " + total + " " + unit);
            lines.flush();
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
