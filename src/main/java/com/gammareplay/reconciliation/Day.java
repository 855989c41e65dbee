package com.gammareplay.reconciliation;

import com.gammareplay.model.Index;
import java.time.LocalDate;

/** An index in a session: trades of different ones are never the same. */
record Day(LocalDate session, Index index) {

    static Day of(ComparedTrade trade) {
        return new Day(trade.session(), trade.index());
    }
}
