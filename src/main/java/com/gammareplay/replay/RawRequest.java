package com.gammareplay.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a replay as it was written: nothing checked, null where nothing was given. */
public record RawRequest(
        @Nullable String dataset,
        @Nullable List<? extends @Nullable String> indices,
        @Nullable String from,
        @Nullable String to,
        @Nullable String preset,
        @Nullable Map<String, ? extends @Nullable Object> parameters,
        @Nullable BigDecimal startingBalance,
        @Nullable BigDecimal requireCoverage) {}
