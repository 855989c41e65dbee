package com.gammareplay.recorder;

import com.gammareplay.model.Session;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the recorder is.
 *
 * @param session that is recorded, null between sessions
 * @param next the next one that will be, null if there is none
 * @param lastStamp of the newest row, null if there is none or it is not known
 * @param counts what it got and what it lacks, since the start of the service
 * @param lastProblem why the newest gap came about, null without one
 */
public record RecorderState(
        @Nullable Session session,
        @Nullable Session next,
        @Nullable Instant lastStamp,
        Map<String, Long> counts,
        @Nullable String lastProblem) {}
