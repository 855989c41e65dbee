package com.gammareplay.requests;

import com.gammareplay.parameters.NearestName;
import java.time.ZoneId;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads zones by their ids. */
final class ZoneReader {

    private static final ZoneId STANDARD = ZoneId.of("UTC");

    private ZoneReader() {}

    /** The zone of a recording, UTC where it is not given, or with a problem. */
    static ZoneId read(@Nullable String id, Problems problems) {
        return id == null ? STANDARD : read("/databaseZone", id, problems);
    }

    /** The zone of an id, UTC with a problem. */
    static ZoneId read(String pointer, String id, Problems problems) {
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(id)) {
            return ZoneId.of(id);
        }
        problems.add(
                pointer,
                "must be a zone id such as \"UTC\" or \"America/New_York\""
                        + NearestName.hint(id, new TreeSet<>(known)));
        return STANDARD;
    }
}
