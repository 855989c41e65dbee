package com.gammareplay.live;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.LiveRecording.DecidedTick;
import com.gammareplay.marketdata.SessionMarket;
import com.gammareplay.replay.ExecutionHarness;
import com.gammareplay.replay.TimeManager;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays the recording of a paper session over the ticks at which it decided, and compares. */
public final class ParityCheck {

    private static final TradingListener SILENT = new TradingListener() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    };

    private final PaperRequest request;
    private final List<DecidedTick> decided;
    private final TradingRules rules;
    private final TickLog log;

    /**
     * A check that has not begun.
     *
     * @param decided the ticks at which was decided live, with what came of them
     */
    public ParityCheck(PaperRequest request, List<DecidedTick> decided, ReportWriter report) {
        this(request, decided, TradingRules.of(request.parameters()), report);
    }

    ParityCheck(PaperRequest request, List<DecidedTick> decided, TradingRules rules, ReportWriter report) {
        this.request = request;
        this.decided = List.copyOf(decided);
        this.rules = rules;
        this.log = new TickLog(report, SILENT);
    }

    /**
     * Replays a market.
     *
     * @param market of the recording, not advanced yet
     */
    public Parity run(SessionMarket market) {
        var session = request.session();
        var harness = new ExecutionHarness(
                request.replay().indices(),
                request.replay().startingBalance(),
                request.earlierPnl(),
                rules,
                log,
                () -> false);
        var ticks = new Compared();
        harness.trade(session, market, ticks, _ -> {});
        var step = rules.parameters().schedule().step();
        return new Parity(
                ticks.difference == null,
                decided.size(),
                skipped(new TickSchedule(session, step)),
                log.decisions(),
                log.trades(),
                ticks.difference);
    }

    private int skipped(TickSchedule schedule) {
        if (decided.isEmpty()) {
            return 0;
        }
        var last = decided.getLast().tick();
        var nominal = 0;
        while (nominal < schedule.size() && schedule.tick(nominal) <= last) {
            nominal++;
        }
        return nominal - decided.size();
    }

    /** The decided ticks, each compared when it is over. */
    private final class Compared implements TimeManager {

        private int next;
        private Parity.@Nullable Difference difference;

        @Override
        public boolean hasNext() {
            if (next > 0) {
                compare(decided.get(next - 1), log.take());
            }
            return next < decided.size();
        }

        private void compare(DecidedTick live, String replayed) {
            if (difference == null && !live.decided().equals(replayed)) {
                difference = new Parity.Difference(live.tick(), live.decided(), replayed, live.seen(), null);
            }
        }

        @Override
        public long advance() {
            return decided.get(next++).tick();
        }
    }
}
