package com.gammareplay.trading;

import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.RecordedPrice;
import com.gammareplay.bot.TradePlan;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Session;
import com.gammareplay.trading.SettlementPrice.Source;
import java.util.Optional;

/** Cash settlement of what is open at the close (replay rules, section 7). */
final class Settlement {

    /** Age of a tick at the close up to which its implied index counts, in seconds. */
    static final int MAX_IMPLIED_AGE = 300;

    private Settlement() {}

    /**
     * The settlement price of an index, asked at the close: the implied index of the latest tick that has one within
     * five minutes, else the newest recorded price of the session.
     */
    static Optional<SettlementPrice> price(MarketView view, Session session, TickSchedule ticks, int maxQuoteAge) {
        for (var tick = ticks.size() - 1; tick >= 0; tick--) {
            var instant = ticks.tick(tick);
            var age = session.close() - instant;
            if (age > MAX_IMPLIED_AGE) {
                break;
            }
            var implied = view.impliedIndex(instant, maxQuoteAge);
            if (implied.isPresent()) {
                var quoteAge = session.close() - implied.get().quotedAt();
                return Optional.of(new SettlementPrice(implied.get().cents(), Source.IMPLIED, age, quoteAge));
            }
        }
        return view.indexPrice().map(price -> recorded(price, session.close() - price.instant()));
    }

    private static SettlementPrice recorded(RecordedPrice price, long age) {
        return new SettlementPrice(price.cents(), Source.RECORDED, age, age);
    }

    /** What a settled position costs, in cents per share: from 0 to the width of its widest wing. */
    static long value(TradePlan plan, SettlementPrice price) {
        var value = 0L;
        for (var leg : plan.legs()) {
            var intrinsic = leg.right().intrinsic(price.cents(), leg.strikeCents());
            value += leg.isShort() ? intrinsic : -intrinsic;
        }
        return Math.clamp(value, 0, plan.widestWing() * 100L);
    }
}
