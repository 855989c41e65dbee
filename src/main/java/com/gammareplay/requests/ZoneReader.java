package com.gammareplay.requests;

import com.gammareplay.parameters.NearestName;
import java.time.ZoneId;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the zone of a recording's timestamps. */
final class ZoneReader {

    private static final ZoneId STANDARD = ZoneId.of("UTC");

    private ZoneReader() {}

    /** The zone, UTC where it is not given, or with a problem. */
    static ZoneId read(@Nullable String id, Problems problems) {
        if (id == null) {
            return STANDARD;
        }
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(id)) {
            return ZoneId.of(id);
        }
        problems.add(
                "/databaseZone",
                "must be a zone id such as \"UTC\" or \"America/New_York\""
                        + NearestName.hint(id, new TreeSet<>(known)));
        return STANDARD;
    }
}
