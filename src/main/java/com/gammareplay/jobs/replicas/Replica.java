package com.gammareplay.jobs.replicas;

import java.util.Set;

/**
 * A process as it last told of itself.
 *
 * @param datasets recordings that it can read
 * @param workers most backtests that it replays at once
 */
record Replica(Set<String> datasets, int workers) {}
