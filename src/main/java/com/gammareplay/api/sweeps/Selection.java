package com.gammareplay.api.sweeps;

import com.gammareplay.jobs.sweeps.KeptCombination;
import com.gammareplay.statistics.Figure;
import com.gammareplay.statistics.Trials;
import com.gammareplay.statistics.Unit;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What it means for the combinations of a sweep that many were tried on the same data.
 *
 * @param tried on its data so far, null if it does not say which they are
 * @param combinations its own, which were tried whatever else is known
 */
record Selection(@Nullable Trials tried, int combinations) {

    static final String DEFLATED_SHARPE = "deflatedSharpe";

    private static final String SHARPE_BY_CHANCE = "sharpeByChance";

    @Nullable
    Long count() {
        return tried == null ? null : tried.combinations();
    }

    @Nullable
    Number sharpeByChance() {
        return shown(chance());
    }

    Map<String, String> reasons() {
        return reasons(SHARPE_BY_CHANCE, chance());
    }

    @Nullable
    Number deflatedSharpe(KeptCombination one) {
        return shown(deflated(one));
    }

    Map<String, String> reasons(KeptCombination one) {
        return reasons(DEFLATED_SHARPE, deflated(one));
    }

    private Figure chance() {
        return known(Trials::sharpeByChance);
    }

    private Figure deflated(KeptCombination one) {
        return known(all -> all.deflated(one.sharpe()));
    }

    private Figure known(Function<Trials, Figure> figure) {
        return tried == null
                ? Figure.missing("an earlier version made the sweep")
                : figure.apply(tried.atLeast(combinations));
    }

    private static @Nullable Number shown(Figure figure) {
        return figure instanceof Figure.Value(var value) ? Unit.RATIO.shown(value) : null;
    }

    private static Map<String, String> reasons(String name, Figure figure) {
        return figure instanceof Figure.Missing(var reason) ? Map.of(name, reason) : Map.of();
    }
}
