package com.gammareplay.jobs;

import com.gammareplay.replay.InvalidRequestException.Problem;
import com.gammareplay.replay.RawRequest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a paper session: nothing checked, null where nothing was given.
 *
 * @param request how its recording would be replayed, without dataset and dates
 * @param problems fields that are unknown or of the wrong type; they count as not given
 */
public record PaperSubmission(
        @Nullable String source,
        @Nullable String date,
        RawRequest request,
        List<@Nullable BigDecimal> earlierPnl,
        @Nullable BigDecimal speed,
        @Nullable String label,
        List<Problem> problems) {}
