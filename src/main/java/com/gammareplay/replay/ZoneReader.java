package com.gammareplay.replay;

import com.gammareplay.bot.NearestName;
import com.gammareplay.replay.InvalidRequestException.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the zone of the recording that a request names; UTC stands in for one not given. */
public final class ZoneReader {

    private static final ZoneId STANDARD = ZoneId.of("UTC");

    private final List<Problem> problems;

    /** A reader that notes what is wrong. */
    public ZoneReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** The zone, UTC where it is not given or wrong. */
    public ZoneId read(@Nullable String id) {
        if (id == null) {
            return STANDARD;
        }
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(id)) {
            return ZoneId.of(id);
        }
        problems.add(new Problem(
                "/databaseZone",
                "must be a zone id such as \"UTC\" or \"America/New_York\""
                        + NearestName.hint(id, new TreeSet<>(known))));
        return STANDARD;
    }
}
