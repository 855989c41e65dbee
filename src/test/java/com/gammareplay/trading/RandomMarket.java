package com.gammareplay.trading;

import com.gammareplay.model.Index;
import java.time.LocalTime;
import java.util.Random;

/** A made-up session as text: a walking index, options priced by their distance, gaps, crossed and missing quotes. */
final class RandomMarket {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final int SESSION = 23_400;

    private final Random random;
    private final Index index;
    private final int pin;
    private final StringBuilder text = new StringBuilder();

    private RandomMarket(int seed, Index index) {
        this.random = new Random(seed);
        this.index = index;
        this.pin = index == Index.SPX ? 6050 : 21_500;
    }

    static String of(int seed, Index index) {
        var market = new RandomMarket(seed, index);
        market.run();
        return market.text.toString();
    }

    private void run() {
        double level = pin + random.nextInt(-10, 11) * index.scale();
        for (var second = -60; second <= SESSION; second += 50 + random.nextInt(20)) {
            level += random.nextGaussian() * index.scale();
            var time = OPEN.plusSeconds(second);
            quotes(time, level, Math.sqrt(Math.max(0.01, 1 - second / (double) SESSION)));
            if (second % 1800 < 120 || second % 1800 > 1700) {
                line(time, "peak " + pin + (random.nextInt(4) == 0 ? " " + (pin + 2 * index.strikeGrid()) : ""));
                line(time, "context " + cents(level) + " " + (13 + random.nextInt(50) / 10.0));
            }
            if (random.nextInt(100) == 0) {
                second += 200;
            }
        }
    }

    private void quotes(LocalTime time, double level, double left) {
        for (var step = -7; step <= 7; step++) {
            var strike = pin + step * index.strikeGrid();
            quote(time, "C" + strike, level - strike, left);
            quote(time, "P" + strike, strike - level, left);
        }
    }

    private void quote(LocalTime time, String contract, double moneyness, double left) {
        var spread = 15.0 * index.scale() * left;
        var value = Math.max(0, moneyness) + spread * Math.exp(-Math.abs(moneyness) / spread) / 2;
        var bid = switch (random.nextInt(60)) {
            case 0 -> "-";
            case 1 -> cents(value + 1);
            default -> cents(value);
        };
        var ask = random.nextInt(60) == 0 ? "-" : cents(value + 0.02 + random.nextInt(3) / 100.0);
        line(time, contract + " " + bid + " " + ask);
    }

    private static String cents(double value) {
        return Double.toString(Math.rint(value * 100) / 100);
    }

    private void line(LocalTime time, String what) {
        text.append(time).append(' ').append(index).append(' ').append(what).append('\n');
    }
}
