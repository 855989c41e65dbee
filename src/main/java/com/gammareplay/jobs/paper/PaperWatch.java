package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Kind;
import com.gammareplay.jobs.paper.PaperLog.Line;
import com.gammareplay.live.LiveCounts;
import com.gammareplay.live.PaperListener;
import com.gammareplay.live.PaperState;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches a paper session: what it decides is told once the tick is over, for only then does it stay so. Told by one
 * thread, asked by any.
 */
final class PaperWatch implements PaperListener {

    private final ReportWriter report;
    private final PaperLog log;
    private final LiveCounts counts;
    private final List<Line> tick = new ArrayList<>();
    private int told;
    private volatile Standing standing;
    private volatile @Nullable Instant now;
    private volatile List<String> warnings;

    /** @param before how it stood when it was kept last */
    PaperWatch(ReportWriter report, PaperLog log, Standing before) {
        this.report = report;
        this.log = log;
        this.counts = new LiveCounts(before.counts());
        this.standing = before;
        this.now = before.time();
        this.warnings = before.warnings();
    }

    LiveCounts counts() {
        return counts;
    }

    /** The session begins, perhaps anew, with what its market is like. */
    void begin(List<String> warned) {
        tick.clear();
        told = 0;
        warnings = warned;
    }

    /** Notes what time it is in the session. */
    void time(Instant time) {
        now = time;
    }

    @Override
    public void decided(Decision decision) {
        tick.add(new Line(Kind.DECISION, report.decision(decision)));
    }

    @Override
    public void closed(Trade trade) {
        tick.add(new Line(Kind.TRADE, report.trade(trade)));
    }

    @Override
    public void stands(PaperState state) {
        standing = standing.after(state);
        log.add(told, List.copyOf(tick));
        told += tick.size();
        tick.clear();
    }

    /** How the session stands. */
    Standing standing() {
        var problem = counts.lastProblem();
        return standing.with(now, counts.counts(), problem == null ? standing.lastProblem() : problem, warnings);
    }
}
