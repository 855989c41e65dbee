package com.gammareplay.testing;

import com.gammareplay.report.JsonReport;
import com.gammareplay.trading.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A trade as a user reads it, whose exit is asked for again by its shown values alone (bot rules, section 8). */
public final class ShownExit {

    private static final JsonReport REPORT = new JsonReport();

    private final JsonNode trade;
    private final Shown values;

    public ShownExit(Trade trade) {
        this.trade = Shown.parse(REPORT.trade(trade));
        this.values = new Shown(this.trade.path("exitEvidence"));
    }

    /** What the rules say of the shown values, asked in their order; NONE if no rule matches. */
    public String reason() {
        var p = values.number("p");
        var isFree = !values.flag("hold");
        if (values.number("remaining") == 0) {
            return "SETTLEMENT";
        }
        if (isFree && values.number("remaining") <= values.number("hardCloseBefore")) {
            return "HARD_CLOSE";
        }
        if (isFree && values.number("remaining") <= values.number("autoCloseBefore")) {
            return "AUTO_CLOSE";
        }
        if (isFree && p >= values.number("target")) {
            return "PROFIT_TARGET";
        }
        if (values.flag("trailing") && p <= values.number("bestP") - values.number("trailingDistance")) {
            return "TRAILING_STOP";
        }
        if (values.holds("pStop <= emergencyStop") && (values.holds("age >= emergencyAfter") || isSettled())) {
            return "EMERGENCY_STOP";
        }
        return values.holds("pStop <= stopLoss and age >= stopLossAfter") ? "STOP_LOSS" : "NONE";
    }

    private boolean isSettled() {
        return values.holds("quoteWidth < settledWidth")
                || values.holds("midChange < settledChange")
                || values.holds("pStop <= settledStop");
    }

    /** The rule that is said to have matched. */
    public String rule() {
        return values.text("rule");
    }

    /** What the shown values and the rest of the trade say differently; empty if they agree. */
    public List<String> contradictions() {
        var found = new ArrayList<String>();
        require(found, "exitReason", trade.path("exitReason").asString().equals(reason()));
        require(found, "rule", values.holds(rule()));
        require(found, "age", values.number("age") == seconds("entryTime", "exitTime"));
        require(found, "hold", trade.path("hold").booleanValue() == values.flag("hold") && isHoldRight());
        require(found, "bestP", trade.path("bestP").decimalValue().doubleValue() == values.number("bestP"));
        require(found, "trailing", trade.path("trailing").booleanValue() == values.flag("trailing"));
        if (reason().equals("SETTLEMENT")) {
            settlement(found);
        } else {
            require(
                    found,
                    "trailing",
                    values.flag("trailing") == values.number("bestP") >= values.number("trailingArm"));
            require(found, "target", values.isNull("target") == values.flag("hold"));
            require(found, "trailingLevel", values.isNull("trailingLevel") != values.flag("trailing"));
            require(found, "vix", values.flag("hold") || isVixRight());
            quotes(found);
        }
        return found;
    }

    private static void require(List<String> found, String what, boolean isRight) {
        if (!isRight) {
            found.add(what);
        }
    }

    private long seconds(String from, String until) {
        return Duration.between(instant(from), instant(until)).toSeconds();
    }

    private Instant instant(String name) {
        return Instant.parse(trade.path(name).asString());
    }

    /** A hold began with what is shown of it; without one, what is shown of this tick does not begin one. */
    private boolean isHoldRight() {
        var isDistant = values.holds("entryDistance >= minEntryDistance");
        return values.flag("hold")
                ? isDistant
                        && values.holds("holdP >= holdProfit and holdVix < holdMaxVix")
                        && values.holds("holdRemaining >= holdMinRemaining")
                : !(isDistant
                        && values.holds("p >= holdProfit and remaining >= holdMinRemaining")
                        && values.holds("vix < holdMaxVix"));
    }

    private boolean isVixRight() {
        return values.isNull("vix") || values.holds("vixAge <= contextMaxAge");
    }

    /** All prices follow from the quotes of the legs, which are fresh. */
    private void quotes(List<String> found) {
        var mid = 0.0;
        var worst = 0.0;
        var best = 0.0;
        for (var leg : trade.path("legs")) {
            var bid = Shown.cents(leg.path("exitBid").decimalValue());
            var ask = Shown.cents(leg.path("exitAsk").decimalValue());
            var isShort = leg.path("side").asString().equals("SHORT");
            mid += (isShort ? bid + ask : -bid - ask) / 2;
            worst += isShort ? ask : -bid;
            best += isShort ? bid : -ask;
            require(found, "exitAge", leg.path("exitAge").asLong() <= values.number("maxQuoteAge"));
        }
        var credit = Shown.cents(trade.path("credit").decimalValue());
        var width = best > 0 && worst > 0 ? (worst - best) / ((worst + best) / 2) : Double.NaN;
        var stop = values.text("stopBasis").equals("WORST") ? worst : mid;
        require(found, "mid", values.cents("mid") == mid);
        require(found, "worst", values.cents("worst") == worst);
        require(found, "best", values.cents("best") == best);
        require(found, "p", values.number("p") == (credit - mid) / credit);
        require(found, "pStop", values.number("pStop") == (credit - stop) / credit);
        require(found, "quoteWidth", Double.compare(values.number("quoteWidth"), width) == 0);
    }

    private void settlement(List<String> found) {
        var price = values.cents("settlementPrice");
        var value = 0.0;
        var widest = 0.0;
        var legs = trade.path("legs");
        for (var place = 0; place < legs.size(); place++) {
            var strike = Shown.cents(legs.get(place).path("strike").decimalValue());
            var isCall = legs.get(place).path("right").asString().equals("CALL");
            var intrinsic = Math.max(0, isCall ? price - strike : strike - price);
            value += place % 2 == 0 ? intrinsic : -intrinsic;
            var other = Shown.cents(legs.get(place ^ 1).path("strike").decimalValue());
            widest = Math.max(widest, Math.abs(strike - other));
        }
        require(
                found,
                "exitValue",
                Shown.cents(trade.path("exitValue").decimalValue()) == Math.clamp(value, 0, widest));
        var isRecent = values.holds("settlementAge <= maxImpliedAge");
        require(
                found,
                "settlementSource",
                isRecent || values.text("settlementSource").equals("RECORDED"));
        var last = Duration.between(Instant.parse(values.text("lastQuotes")), instant("exitTime"))
                .toSeconds();
        require(
                found,
                "lastQuotes",
                values.flag("hold")
                        || last == values.number("age")
                        || last > Math.max(values.number("hardCloseBefore"), values.number("autoCloseBefore")));
    }
}
