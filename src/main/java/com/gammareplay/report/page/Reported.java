package com.gammareplay.report.page;

import com.gammareplay.replay.review.Sketches;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page tells of.
 *
 * @param request the effective one
 * @param result as it was kept, maybe by an earlier version
 * @param label of the job, as its client gave it
 */
record Reported(JsonNode request, JsonNode result, @Nullable String label, List<String> tags, Sketches sketches) {}
