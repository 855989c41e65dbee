package com.gammareplay.bot;

import com.gammareplay.model.Index;
import java.time.LocalTime;

/** What a credit must be for the quotes and the hour (bot rules, section 5, rules 8 and 9). Prices in cents. */
public final class CreditRules {

    private static final LocalTime ELEVEN = LocalTime.of(11, 0);
    private static final LocalTime ONE = LocalTime.of(13, 0);

    private CreditRules() {}

    /** The widest quotes that a vertical's credit allows, as a ratio of the credit. */
    public static double tolerance(Index index, double credit) {
        if (credit < 100) {
            return 0.12;
        }
        if (credit < 150) {
            return 0.15;
        }
        return credit < 250 ? 0.20 : index.wideTolerance();
    }

    /** True if the summed widths of a vertical's quotes are small enough for its mid credit. */
    public static boolean isTight(Index index, int width, double credit) {
        return width <= credit * tolerance(index, credit);
    }

    /** The least mid credit of a position by its check time. */
    public static int hourlyMinimum(Index index, LocalTime checkTime) {
        var minimum = checkTime.isBefore(ELEVEN) ? 40 : checkTime.isBefore(ONE) ? 50 : 65;
        return minimum * index.creditScale();
    }
}
