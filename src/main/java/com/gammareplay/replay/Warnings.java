package com.gammareplay.replay;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Cents;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what the reader of a result must know about it. */
final class Warnings {

    private static final double MOST_OUTSIDE_HOURS = 0.05;

    private final Recording recording;
    private final List<SessionResult> sessions;
    private final Ledger ledger;

    Warnings(Recording recording, List<SessionResult> sessions, Ledger ledger) {
        this.recording = recording;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    List<Warning> list() {
        var warnings = new ArrayList<Warning>();
        if (recording.isSynthetic()) {
            warnings.add(new Warning(
                    "SYNTHETIC_DATA",
                    "The market of this recording is made up: it says nothing about returns.",
                    Map.of()));
        }
        for (var lack : recording.shortcomings()) {
            warnings.add(new Warning(lack.code(), lack.message(), lack.details()));
        }
        noData(warnings);
        outsideHours(warnings);
        oldSettlement(warnings);
        return List.copyOf(warnings);
    }

    private void noData(List<Warning> warnings) {
        if (!sessions.isEmpty() && sessions.stream().allMatch(session -> session.status() == Status.NO_DATA)) {
            warnings.add(new Warning("NO_DATA", "No session of the range has any data.", Map.of()));
        } else if (sessions.stream().noneMatch(session -> session.status() == Status.TRADED)) {
            warnings.add(new Warning("NOTHING_TRADED", "No session of the range was traded.", Map.of()));
        }
    }

    private void outsideHours(List<Warning> warnings) {
        var dates = sessions.stream()
                .filter(session ->
                        session.coverage().stream().map(IndexCoverage::rows).anyMatch(Warnings::isOutsideHours))
                .map(SessionResult::date)
                .map(LocalDate::toString)
                .toList();
        if (!dates.isEmpty()) {
            warnings.add(new Warning(
                    "QUOTES_OUTSIDE_HOURS",
                    "More than 5 % of the leg prices lie outside the session's hours: databaseZone is probably wrong.",
                    Map.of("sessions", dates)));
        }
    }

    private static boolean isOutsideHours(Coverage rows) {
        return rows.outsideHours() > MOST_OUTSIDE_HOURS * rows.legPrices();
    }

    private void oldSettlement(List<Warning> warnings) {
        var old = ledger.tradesInOrderOfEntry().stream()
                .filter(Warnings::isSettledAtOldPrice)
                .toList();
        if (old.isEmpty()) {
            return;
        }
        var total = ledger.trades().stream().mapToLong(Trade::pnl).sum();
        var without = total - old.stream().mapToLong(Trade::pnl).sum();
        var details = new LinkedHashMap<String, Object>();
        details.put("trades", old.stream().map(Trade::number).toList());
        details.put("totalPnl", Cents.toDecimal(total));
        details.put("totalPnlWithout", Cents.toDecimal(without));
        warnings.add(new Warning(
                "SETTLEMENT_PRICE_OLD", "Trades were settled at an index price older than five minutes.", details));
    }

    private static boolean isSettledAtOldPrice(Trade trade) {
        var settlement = trade.exit().settlement();
        return settlement != null && settlement.isOld();
    }
}
