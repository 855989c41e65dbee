package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.MarketSnapshot.Contract;
import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a live market may answer: seeded luck, with gaps, nulls and crossed quotes. */
final class LiveMarket {

    private final Random random;

    LiveMarket(long seed) {
        this.random = new Random(seed);
    }

    static ContractQuote quote(int strike, Right right, @Nullable Integer bid, @Nullable Integer ask) {
        return new ContractQuote(strike, right, bid, ask, null, null, 100);
    }

    /** A pass of one put of 6970. */
    static QuotePass put(long instant, int bid, int ask) {
        return new QuotePass(instant, Index.SPX, List.of(quote(6970, Right.PUT, bid, ask)));
    }

    /** A snapshot with peaks, strikes five points apart. */
    static MarketSnapshot snapshot(long instant, Index index, int... strikes) {
        return snapshot(instant, index, IntStream.of(strikes).boxed().toList(), 15.5);
    }

    private static MarketSnapshot snapshot(long instant, Index index, List<Integer> strikes, @Nullable Double vix) {
        var chain = new ArrayList<Contract>();
        for (var strike : strikes) {
            for (var right : Right.values()) {
                var gamma = right == Right.CALL ? 0.002 : 0.001;
                chain.add(new Contract(quote(strike, right, 100, 120), new Greeks(0.5, gamma, -1.0, 0.1)));
            }
        }
        return new MarketSnapshot(instant, index, level(index), vix, 697.1, TestRecording.DATE, chain);
    }

    static int level(Index index) {
        return switch (index) {
            case SPX -> 6970;
            case NDX -> 25_000;
        };
    }

    /** Anything, of some strikes out of twelve. */
    MarketPass any(long instant) {
        var index = random.nextBoolean() ? Index.SPX : Index.NDX;
        var strikes = IntStream.range(-6, 6)
                .filter(_ -> random.nextInt(3) > 0)
                .mapToObj(step -> level(index) + 5 * step)
                .toList();
        if (random.nextInt(6) == 0 && !strikes.isEmpty()) {
            return snapshot(instant, index, strikes, random.nextInt(4) == 0 ? null : 15 + random.nextDouble());
        }
        var quotes = new ArrayList<ContractQuote>();
        for (var strike : strikes) {
            for (var right : Right.values()) {
                quotes.add(quote(strike, right, cents(), cents()));
            }
        }
        return new QuotePass(instant, index, quotes);
    }

    private @Nullable Integer cents() {
        return random.nextInt(10) == 0 ? null : (Integer) (random.nextInt(60) - 5);
    }
}
