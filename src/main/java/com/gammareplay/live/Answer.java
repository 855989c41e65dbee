package com.gammareplay.live;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketPass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a poll: a pass, or a failure.
 *
 * @param completed when all of it was there
 */
public record Answer(
        Poll poll,
        Instant completed,
        @Nullable MarketPass pass,
        @Nullable FeedException failure) {}
