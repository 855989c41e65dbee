package com.gammareplay.jobs.sweeps;

import com.gammareplay.replay.WarningCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A headline number of a combination.
 *
 * @param combination numbered from 0
 * @param value null where it could not be computed
 * @param warnings what its headline warns of
 */
public record CombinationNumber(int combination, @Nullable Double value, List<WarningCode> warnings) {

    /** From a list of codes with commas between them, null if there are none. */
    static CombinationNumber of(int combination, @Nullable Double value, @Nullable String codes) {
        var warnings = codes == null
                ? List.<WarningCode>of()
                : Arrays.stream(codes.split(",", -1)).map(WarningCode::valueOf).toList();
        return new CombinationNumber(combination, value, warnings);
    }
}
