package com.gammareplay.marketdata.columns;

import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The recorded option chains of one index in one session by instant; empty where no rule of the run needs them. */
public final class ChainColumns {

    private final SortedMap<Long, OptionChain> chains;

    public ChainColumns(SortedMap<Long, OptionChain> chains) {
        this.chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    }

    OptionChain at(long instant) {
        return chains.getOrDefault(instant, OptionChain.EMPTY);
    }

    void digest(ColumnDigest digest) {
        chains.forEach((instant, chain) -> {
            digest.add(new long[] {instant});
            digest.add(chain.entries().stream()
                    .mapToInt(entry -> entry.right() == Right.CALL ? 1 : 0)
                    .toArray());
            digest.add(chain.entries().stream()
                    .flatMapToDouble(entry -> DoubleStream.of(entry.strike(), entry.gamma(), entry.openInterest()))
                    .toArray());
        });
    }
}
