package com.gammareplay.requests;

import com.gammareplay.marketdata.LiveSource;
import org.jspecify.annotations.Nullable;

/**
 * A paper session that may be begun.
 *
 * @param speed of the demo, in seconds a second; null at the broker
 * @param json the request in effect, with every default filled in, as one JSON object that is accepted again
 */
public record PaperSubmission(
        LiveSource source,
        @Nullable Integer speed,
        PaperRequest request,
        @Nullable String label,
        String json) {}
