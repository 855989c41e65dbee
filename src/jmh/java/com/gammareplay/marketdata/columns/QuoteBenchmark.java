package com.gammareplay.marketdata.columns;

import com.gammareplay.bot.MarketView;
import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.testing.DemoSession;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the tick loop asks of quotes: those of each contract, and the index that they imply. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuoteBenchmark {

    private static final int MAX_AGE = 90;
    private static final int HIGHEST_STRIKE = 10_000;

    private final MarketView view;
    private final long now;
    private final int[] series;

    public QuoteBenchmark() {
        var demo = DemoSession.load();
        var market = demo.market().fork();
        now = (demo.session().open() + demo.session().close()) / 2;
        market.advanceTo(now);
        view = market.view(Index.SPX);
        series = Arrays.stream(Right.values())
                .flatMapToInt(
                        right -> IntStream.range(0, HIGHEST_STRIKE).map(strike -> view.series(right, strike * 100)))
                .filter(number -> number >= 0)
                .toArray();
    }

    /** Once through all contracts of the view. */
    @Benchmark
    public long lookUps() {
        var sum = 0L;
        for (var number : series) {
            if (view.isUsable(number, MAX_AGE)) {
                sum += view.bid(number) + view.ask(number);
            }
        }
        return sum;
    }

    @Benchmark
    public Optional<ImpliedIndex> impliedIndex() {
        return view.impliedIndex(now, MAX_AGE);
    }
}
