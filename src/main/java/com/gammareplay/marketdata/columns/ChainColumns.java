package com.gammareplay.marketdata.columns;

import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The recorded option chains of one index in one session by instant; empty where no rule of the run needs them. */
public final class ChainColumns {

    /** Of an entry: strike, gamma, open interest. */
    private static final int NUMBERS = 3;

    private final SortedMap<Long, OptionChain> chains;

    public ChainColumns(SortedMap<Long, OptionChain> chains) {
        this.chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    }

    OptionChain at(long instant) {
        return chains.getOrDefault(instant, OptionChain.EMPTY);
    }

    void write(ColumnWriter writer) {
        writer.add(chains.keySet().stream().mapToLong(Long::longValue).toArray());
        for (var chain : chains.values()) {
            writer.add(chain.entries().stream()
                    .mapToInt(entry -> entry.right() == Right.CALL ? 1 : 0)
                    .toArray());
            writer.add(chain.entries().stream()
                    .flatMapToDouble(entry -> DoubleStream.of(entry.strike(), entry.gamma(), entry.openInterest()))
                    .toArray());
        }
    }

    static ChainColumns read(ColumnReader reader) {
        var chains = new TreeMap<Long, OptionChain>();
        for (var instant : reader.longs()) {
            chains.put(instant, chain(reader.ints(), reader.doubles()));
        }
        return new ChainColumns(chains);
    }

    private static OptionChain chain(int[] calls, double[] numbers) {
        var entries = new ArrayList<OptionChain.Entry>(calls.length);
        for (var entry = 0; entry < calls.length; entry++) {
            var right = calls[entry] == 1 ? Right.CALL : Right.PUT;
            var first = NUMBERS * entry;
            entries.add(new OptionChain.Entry(numbers[first], right, numbers[first + 1], numbers[first + 2]));
        }
        return new OptionChain(entries);
    }
}
