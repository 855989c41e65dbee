package com.gammareplay.live;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.requests.PaperRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of paper sessions. */
public final class PaperRequests {

    private PaperRequests() {}

    /** A session of both indices as the bot trades live. */
    public static PaperRequest of(String date) {
        return of(date, List.of(Index.SPX, Index.NDX), Map.of());
    }

    public static PaperRequest of(
            String date, List<Index> indices, Map<String, ? extends @Nullable Object> parameters) {
        var day = LocalDate.parse(date);
        var values = ParameterValues.read(Preset.LIVE, parameters);
        var replay =
                new ReplayRequest("paper-1", ZoneId.of("UTC"), indices, day, day, Preset.LIVE, values, 2_500_000, 0);
        return new PaperRequest("stub", replay, List.of());
    }

    static StrategyParameters parameters(String name, Object value) {
        var values = new HashMap<String, Object>();
        values.put(name, value);
        return TypedParameters.of(ParameterValues.read(Preset.LIVE, values));
    }
}
