package com.gammareplay.replay;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import java.util.List;

/** What runs need of a recording. */
public final class RunNeeds {

    private RunNeeds() {}

    /** Whether a rule looks at the option chains, which are large. */
    public static boolean chains(StrategyParameters parameters) {
        return parameters.data().gexSource() == GexSource.RECOMPUTED
                || parameters.setup().brokenWing();
    }

    /**
     * Makes sure that a recording still has what it had when its request was accepted.
     *
     * @throws DataException if it has not
     */
    public static void requireIndices(String dataset, List<Index> indices, Recording recording) {
        for (var index : indices) {
            if (!recording.indices().contains(index)) {
                throw new DataException(
                        DataException.Kind.MISSING, "dataset " + dataset + " has no row of " + index + " any more");
            }
        }
    }
}
