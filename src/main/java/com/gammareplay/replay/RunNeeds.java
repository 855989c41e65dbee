package com.gammareplay.replay;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.GexSource;
import com.gammareplay.parameters.TypedParameters;
import java.util.function.BooleanSupplier;

/** What runs need of a recording. */
public final class RunNeeds {

    private RunNeeds() {}

    /** Whether a rule looks at the option chains, which are large. */
    public static boolean chains(StrategyParameters parameters) {
        return parameters.data().gexSource() == GexSource.RECOMPUTED
                || parameters.setup().brokenWing();
    }

    /** What a backtest reads. */
    public static DataNeeds of(ReplayRequest request) {
        return new DataNeeds(request.databaseZone(), chains(TypedParameters.of(request.parameters())));
    }

    /**
     * Opens the recording of a request.
     *
     * @throws DataException if it has not what it had when the request was accepted
     */
    public static Recording open(
            DatasetCatalog datasets, ReplayRequest request, DataNeeds needs, BooleanSupplier cancelled) {
        var recording = datasets.open(request.dataset(), needs, cancelled);
        for (var index : request.indices()) {
            if (!recording.indices().contains(index)) {
                recording.close();
                throw new DataException(
                        DataException.Kind.MISSING,
                        "dataset " + request.dataset() + " has no row of " + index + " any more");
            }
        }
        return recording;
    }
}
