package com.gammareplay.marketdata.synthetic;

import com.gammareplay.model.Index;
import java.util.function.Function;

/** One value for each index. */
record PerIndex<T>(T spx, T ndx) {

    T of(Index index) {
        return switch (index) {
            case SPX -> spx;
            case NDX -> ndx;
        };
    }

    static <T> PerIndex<T> each(Function<Index, T> value) {
        return new PerIndex<>(value.apply(Index.SPX), value.apply(Index.NDX));
    }
}
