package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.trading.SettlementPrice;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradedLeg;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trade as users read it: dollars, instants, names. */
record TradeJson(
        int number,
        String index,
        LocalDate session,
        String strategy,
        String direction,
        String confidence,
        String checkTime,
        double pin,
        BigDecimal indexPrice,
        double vix,
        Instant entryTime,
        Instant exitTime,
        BigDecimal credit,
        BigDecimal exitValue,
        int contracts,
        BigDecimal fees,
        BigDecimal pnl,
        double pnlPercent,
        String exitReason,
        double bestP,
        boolean trailing,
        boolean hold,
        BigDecimal mae,
        BigDecimal mfe,
        int staleTicks,
        BigDecimal maxLoss,
        @Nullable BigDecimal settlementPrice,
        @Nullable String settlementSource,
        @Nullable Long settlementAge,
        List<LegJson> legs,
        Map<String, @Nullable Object> exitEvidence) {

    record LegJson(
            String right,
            double strike,
            String side,
            BigDecimal entryBid,
            BigDecimal entryAsk,
            long entryAge,
            @Nullable BigDecimal exitBid,
            @Nullable BigDecimal exitAsk,
            @Nullable Long exitAge) {

        static LegJson of(TradedLeg traded) {
            var leg = traded.leg();
            var exit = traded.exit();
            return new LegJson(
                    leg.right().name(),
                    leg.strike(),
                    leg.side().name(),
                    dollars(traded.entry().bid()),
                    dollars(traded.entry().ask()),
                    traded.entry().age(),
                    exit == null ? null : dollars(exit.bid()),
                    exit == null ? null : dollars(exit.ask()),
                    exit == null ? null : exit.age());
        }
    }

    static TradeJson of(Trade trade) {
        var entry = trade.entry();
        var exit = trade.exit();
        var path = trade.path();
        var settlement = exit.settlement();
        return new TradeJson(
                trade.number(),
                trade.index().name(),
                trade.session(),
                entry.plan().strategy().name(),
                entry.plan().direction().name(),
                entry.plan().confidence().name(),
                entry.check().time().toString(),
                entry.pin(),
                dollars(entry.indexPrice()),
                entry.vix(),
                Instant.ofEpochSecond(entry.instant()),
                Instant.ofEpochSecond(exit.instant()),
                dollars(entry.credit()),
                dollars(exit.value()),
                trade.contracts(),
                dollars(trade.fees()),
                dollars(trade.pnl()),
                trade.pnlPercent(),
                exit.reason().name(),
                path.bestP(),
                path.trailing(),
                path.hold(),
                overContracts(path.lowest(), trade.contracts()),
                overContracts(path.highest(), trade.contracts()),
                path.staleTicks(),
                dollars(trade.maxLoss()),
                settlement == null ? null : dollars(settlement.cents()),
                settlement == null ? null : settlement.source().name(),
                settlement == null ? null : age(settlement),
                trade.legs().stream().map(LegJson::of).toList(),
                exit.values());
    }

    private static Long age(SettlementPrice settlement) {
        return settlement.age();
    }

    private static BigDecimal dollars(long cents) {
        return Cents.toDecimal(cents);
    }

    /** A price in cents per share, over the shares of some contracts, in dollars. */
    private static BigDecimal overContracts(double cents, int contracts) {
        return Cents.toDecimal(cents * 100 * contracts);
    }
}
