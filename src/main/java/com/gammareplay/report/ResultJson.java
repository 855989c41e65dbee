package com.gammareplay.report;

import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.Warning;
import com.gammareplay.statistics.Intervals;
import com.gammareplay.statistics.ResultNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole result as users read it. */
record ResultJson(
        Map<String, @Nullable Number> summary,
        Map<String, String> reasons,
        Map<String, @Nullable Object> intervals,
        DrawdownsJson drawdowns,
        Map<String, List<Map<String, @Nullable Object>>> breakdowns,
        List<SessionJson> sessions,
        List<TradeJson> trades,
        List<Warning> warnings,
        ProvenanceJson provenance) {

    record ProvenanceJson(
            String dataset,
            String databaseZone,
            boolean synthetic,
            String dataSha256,
            String parametersSha256,
            String calendarVersion,
            String version) {

        static ProvenanceJson of(Provenance provenance) {
            return new ProvenanceJson(
                    provenance.dataset(),
                    provenance.databaseZone(),
                    provenance.synthetic(),
                    provenance.data(),
                    provenance.parameters(),
                    provenance.calendar(),
                    provenance.version());
        }
    }

    static ResultJson of(ReplayResult result) {
        return new ResultJson(
                result.summary().shown(List.of(ResultNumber.values())),
                result.summary().reasons(),
                IntervalsJson.of(Intervals.of(result.ledger())),
                DrawdownsJson.of(result.drawdowns()),
                BreakdownJson.all(result.ledger()),
                result.sessions().stream().map(SessionJson::of).toList(),
                result.ledger().tradesInOrderOfEntry().stream()
                        .map(TradeJson::of)
                        .toList(),
                result.warnings(),
                ProvenanceJson.of(result.provenance()));
    }
}
