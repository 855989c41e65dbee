package com.gammareplay.testing;

import com.gammareplay.trading.Decision;
import java.util.List;

/** A decision on an entry, which is asked for again by its shown values alone (bot rules, section 5). */
public final class ShownCheck {

    private static final List<String> LEGS = List.of("callShort", "callLong", "putShort", "putLong");

    private final Shown values;

    public ShownCheck(Decision decision) {
        this.values = Shown.of(decision.values());
    }

    /** What the gates say of the shown values, asked in their order. */
    public String outcome() {
        if (values.has("entryFrom")) {
            return isInsideWindow() ? "NONE" : "OUTSIDE_ENTRY_WINDOW";
        }
        if (values.has("snapshotFrom")) {
            return "NO_GEX_SNAPSHOT";
        }
        return market();
    }

    private boolean isInsideWindow() {
        var time = values.text("checkTime");
        return time.compareTo(values.text("entryFrom")) >= 0
                && time.compareTo(values.text("entryUntil")) < 0
                && time.compareTo(values.text("close")) < 0;
    }

    private String market() {
        if (!(values.number("indexPrice") > 0)) {
            return "NO_INDEX_PRICE";
        }
        if (values.isNull("vix")) {
            return "NO_VIX";
        }
        if (values.isNull("pin")) {
            return values.holds("nearestPositiveGex < peakWindow") || values.holds("nearestPositiveGex < farLimit")
                    ? "NONE"
                    : "NO_PIN";
        }
        if (values.holds("vix < vixFloor")) {
            return "VIX_FLOOR";
        }
        if (values.holds("vix >= vixCeiling")) {
            return "VIX_CEILING";
        }
        return setup();
    }

    private String setup() {
        var distance = values.number("px") - Math.rint(values.number("pin"));
        if (distance != values.number("distance")) {
            return "NONE";
        }
        if (Math.abs(distance) > values.number("maxDistance") && !isFallback()) {
            return "TOO_FAR_FROM_PIN";
        }
        if (shortDistance() != values.number("shortDistance")) {
            return "NONE";
        }
        return values.holds("shortDistance < minShortDistance") ? "SHORT_TOO_CLOSE" : quotes();
    }

    private boolean isFallback() {
        return values.has("fallbackFrom")
                && values.text("time").compareTo(values.text("fallbackFrom")) >= 0
                && values.text("time").compareTo(values.text("fallbackUntil")) <= 0
                && values.holds("hoursLeft >= minHoursLeft and hoursLeft <= maxHoursLeft");
    }

    private double shortDistance() {
        var call = values.has("callShort") ? values.number("callShort") - values.number("px") : Double.MAX_VALUE;
        var put = values.has("putShort") ? values.number("px") - values.number("putShort") : Double.MAX_VALUE;
        return Math.min(call, put);
    }

    private String quotes() {
        if (values.has("leg")) {
            var isUsable = !values.isNull("ask") && values.holds("quoteAge <= maxQuoteAge");
            var isWorthless = values.text("leg").startsWith("SHORT") && values.number("bid") == 0;
            return isUsable && !isWorthless ? "NONE" : "NO_QUOTE";
        }
        if (isTooWide("call") || isTooWide("put")) {
            return "QUOTE_TOO_WIDE";
        }
        if (values.has("otmMinCredit")) {
            return values.holds("naturalCredit < otmMinCredit") ? "CREDIT_BELOW_MIN" : risk();
        }
        if (values.holds("credit < hourlyMinCredit")) {
            return "CREDIT_BELOW_HOURLY_MIN";
        }
        return values.holds("credit < minCredit") ? "CREDIT_BELOW_MIN" : risk();
    }

    private boolean isTooWide(String vertical) {
        return values.has(vertical + "QuoteWidth")
                && values.cents(vertical + "QuoteWidth")
                        > values.cents(vertical + "Credit") * values.number(vertical + "WidthTolerance");
    }

    private String risk() {
        if (values.has("move5m") && !(isWithin("5m") && isWithin("2m"))) {
            return "MOMENTUM";
        }
        if (values.holds("closedToday <= dailyLossLimit")) {
            return "DAILY_LOSS_LIMIT";
        }
        if (values.holds("openPositions >= maxOpenPositions")) {
            return "POSITION_LIMIT";
        }
        if (contracts() != values.number("contracts")) {
            return "NONE";
        }
        if (values.holds("contracts = 0")) {
            return "SIZE_ZERO";
        }
        return fill() == values.cents("fill") ? (fill() > 0 ? "ENTERED" : "NO_FILL") : "NONE";
    }

    /** The limits are those of the direction: 10, 4 or 5 points of SPX. */
    private boolean isWithin(String period) {
        var isAgainst = values.text("direction");
        var scale = values.number("maxMove2m") / 5;
        var least = (isAgainst.equals("BULLISH") ? -4 : -10) * scale;
        var most = (isAgainst.equals("BEARISH") ? 4 : 10) * scale;
        if (least != values.number("minMove5m") || most != values.number("maxMove5m")) {
            throw new AssertionError("limits of the other direction");
        }
        return values.isNull("move" + period)
                || (values.number("move" + period) >= values.number("minMove" + period)
                        && values.number("move" + period) <= values.number("maxMove" + period));
    }

    private double contracts() {
        if (values.holds("balance < minBalance")) {
            return 0;
        }
        if (values.text("sizing").equals("FIXED")) {
            return values.number("contracts");
        }
        if (!values.has("kellyFraction")) {
            var isEnough = values.number("kellyWins") + values.number("kellyLosses") >= values.number("kellyMinTrades");
            return isEnough && values.number("kellyWins") > 0 && values.number("kellyLosses") > 0 ? Double.NaN : 1;
        }
        var fraction = values.number("kellyFraction");
        var affordable = Math.floor(values.number("balance") * fraction / values.number("riskPerContract"));
        return fraction <= 0 ? 1 : Math.min(values.number("maxContracts"), Math.max(1, affordable));
    }

    private double fill() {
        var natural = values.cents("naturalCredit");
        var mid = values.cents("credit");
        var legs = LEGS.stream().filter(values::has).count();
        var price = switch (values.text("fillModel")) {
            case "NATURAL" -> natural;
            case "MID" -> Math.rint(mid);
            default -> Math.rint(mid + values.number("fillFraction") * (natural - mid));
        };
        return price - values.number("slippage") * legs;
    }
}
