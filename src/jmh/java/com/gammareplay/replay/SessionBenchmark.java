package com.gammareplay.replay;

import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.DemoSession;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingListener;
import com.gammareplay.trading.TradingRules;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The tick loop: a whole session of SPX and NDX with its checks and trades. Steps of different length tell apart what a
 * tick costs from what a check or a trade costs: both have the same checks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBenchmark {

    private static final TradingListener SILENT = new TradingListener() {
        @Override
        public void decided(Decision decision) {}

        @Override
        public void closed(Trade trade) {}
    };

    private final DemoSession demo = DemoSession.load();
    private final TradingRules halfMinutes = rules(30);
    private final TradingRules seconds = rules(1);

    private static TradingRules rules(int step) {
        return TradingRules.of(TypedParameters.of(ParameterValues.read(Preset.LIVE, Map.of("step", step))));
    }

    /** 781 ticks. */
    @Benchmark
    public Ledger.Day everyHalfMinute() {
        return trade(halfMinutes);
    }

    /** 23,401 ticks. */
    @Benchmark
    public Ledger.Day everySecond() {
        return trade(seconds);
    }

    private Ledger.Day trade(TradingRules rules) {
        var harness = new ExecutionHarness(DemoSession.INDICES, 10_000_000, rules, SILENT, () -> false);
        return harness.trade(demo.session(), demo.market().fork(), _ -> {});
    }
}
