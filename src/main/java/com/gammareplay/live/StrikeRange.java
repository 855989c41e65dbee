package com.gammareplay.live;

import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.util.Collection;
import java.util.List;

/** The contracts of a session, fixed by its first chain: those whose strikes are near the index then. */
final class StrikeRange {

    private StrikeRange() {}

    /** In points, on either side of the index. */
    static int of(Index index) {
        return switch (index) {
            case SPX -> 300;
            case NDX -> 1_200;
        };
    }

    /** The contracts of a first chain that are near its price. */
    static List<OptionContract> near(MarketSnapshot first) {
        return first.chain().stream()
                .map(StrikeRange::contract)
                .filter(contract -> Math.abs(contract.strike() - first.price()) <= of(first.index()))
                .distinct()
                .toList();
    }

    /** A snapshot without the contracts that are not of the session. */
    static MarketSnapshot only(Collection<OptionContract> contracts, MarketSnapshot snapshot) {
        var chain = snapshot.chain().stream()
                .filter(contract -> contracts.contains(contract(contract)))
                .toList();
        return new MarketSnapshot(
                snapshot.instant(),
                snapshot.index(),
                snapshot.price(),
                snapshot.vix(),
                snapshot.fundPrice(),
                snapshot.expiration(),
                chain);
    }

    private static OptionContract contract(MarketSnapshot.Contract contract) {
        return new OptionContract(contract.quote().strike(), contract.quote().right());
    }
}
