package com.gammareplay.jobs.sweeps;

import com.gammareplay.replay.WarningCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A headline number of a combination.
 *
 * @param combination numbered from 0
 * @param value null where it could not be computed
 * @param warnings what its headline warns of
 */
public record TrialNumber(int combination, @Nullable Double value, Set<WarningCode> warnings) {}
