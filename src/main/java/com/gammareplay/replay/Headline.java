package com.gammareplay.replay;

import com.gammareplay.statistics.Summary;
import java.util.Map;

/**
 * The numbers of a run with what to know about them: neither is shown without the other.
 *
 * @param warnings counts by code, in the order of the codes
 */
public record Headline(Summary summary, Map<WarningCode, Long> warnings) {}
