package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.RecordingSink;
import java.util.List;

/** Keeps the chains that are recorded. */
record Snapshots(List<MarketSnapshot> list) implements RecordingSink {

    @Override
    public void snapshot(MarketSnapshot snapshot) {
        list.add(snapshot);
    }

    @Override
    public void quotes(QuotePass pass) {}
}
