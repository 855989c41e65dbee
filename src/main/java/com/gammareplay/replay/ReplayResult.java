package com.gammareplay.replay;

import com.gammareplay.statistics.Summary;
import com.gammareplay.trading.Ledger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;

/** What a replay gave. The same request on the same data gives an equal one. */
public record ReplayResult(
        ReplayRequest request,
        Summary summary,
        List<SessionResult> sessions,
        Ledger ledger,
        List<Warning> warnings,
        Provenance provenance) {

    /** The numbers with the counts of the warnings. */
    public Headline headline() {
        var counts = new EnumMap<WarningCode, Long>(WarningCode.class);
        warnings.forEach(warning -> counts.merge(warning.code(), warning.count(), Long::sum));
        return new Headline(summary, Collections.unmodifiableMap(counts));
    }
}
