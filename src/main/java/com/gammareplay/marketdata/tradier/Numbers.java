package com.gammareplay.marketdata.tradier;

import com.gammareplay.model.Cents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads numbers of answers. What is there but no number that the market could show is not known, and counted. */
final class Numbers {

    /** The readers of recordings take no larger ones. */
    private static final double MOST = 1e15;

    private final FeedCounts counts;

    Numbers(FeedCounts counts) {
        this.counts = counts;
    }

    /** A finite number; null if there is none. */
    @Nullable
    Double number(JsonNode field) {
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        var number = field.isNumber() ? field.doubleValue(Double.POSITIVE_INFINITY) : Double.NaN;
        return countedIf(!(Math.abs(number) < MOST), number);
    }

    /** A price in cents, rounded half to even; null if there is none. It may be negative: it is recorded as it is. */
    @Nullable
    Integer cents(JsonNode field) {
        var price = number(field);
        price = price == null ? null : countedIf(!Cents.isPrice(price), price);
        return price == null ? null : (Integer) (int) Cents.of(price);
    }

    /** A whole number, 0 or more; null if there is none. */
    @Nullable
    Integer count(JsonNode field) {
        var number = number(field);
        number = number == null ? null : countedIf(!isCount(number), number);
        return number == null ? null : (Integer) number.intValue();
    }

    /** The price of an index or a fund, more than 0; null if there is none. */
    @Nullable
    Double price(JsonNode field) {
        var price = number(field);
        return price == null ? null : countedIf(!(price > 0 && Cents.isPrice(price)), price);
    }

    private static boolean isCount(double number) {
        return number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number);
    }

    private @Nullable Double countedIf(boolean isBad, double number) {
        if (isBad) {
            counts.add("badNumbers");
            return null;
        }
        return number;
    }
}
