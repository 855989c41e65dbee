package com.gammareplay.replay;

import com.gammareplay.statistics.Drawdowns;
import com.gammareplay.statistics.Summary;
import com.gammareplay.trading.Ledger;
import java.util.List;

/** What a replay gave. The same request on the same data gives an equal one. */
public record ReplayResult(
        ReplayRequest request,
        Summary summary,
        Drawdowns drawdowns,
        List<SessionResult> sessions,
        Ledger ledger,
        List<Warning> warnings,
        Provenance provenance) {

    /** The numbers with the counts of the warnings. */
    public Headline headline() {
        return Headline.of(summary.headline(), warnings);
    }
}
