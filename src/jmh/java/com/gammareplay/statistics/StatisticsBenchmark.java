package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The summary of a month: 21 sessions of 5 trades. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StatisticsBenchmark {

    private static final int SESSIONS = 21;
    private static final int TRADES = 5;

    private final Ledger month = Ledgers.of(100_000, sessions());

    /** Wins and losses that differ from each other. */
    private static List<List<Integer>> sessions() {
        return IntStream.range(0, SESSIONS)
                .mapToObj(session -> IntStream.range(0, TRADES)
                        .map(trade -> (session * 37 + trade * 91) % 500 - 180)
                        .boxed()
                        .toList())
                .toList();
    }

    @Benchmark
    public Summary summary() {
        return Summary.headline(month);
    }
}
