package com.gammareplay.requests;

import com.gammareplay.parameters.NearestName;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads zones by their ids. */
final class ZoneReader {

    private static final ZoneId STANDARD = ZoneId.of("UTC");
    private static final String NEW_YORK = "America/New_York";
    /** What its time is called there. The ids that are nearest to these are of Europe. */
    private static final Set<String> OF_NEW_YORK = Set.of("ET", "EST", "EDT", "EASTERN", "NEW YORK", "NEW_YORK", "NYC");

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
                "must be a zone id such as \"UTC\" or \"" + NEW_YORK + "\""
                        + NearestName.hint(
                                OF_NEW_YORK.contains(id.toUpperCase(Locale.ROOT)) ? NEW_YORK : id, meant(known)));
        return STANDARD;
    }

    /** Without abbreviations: three letters are near many others. */
    private static Set<String> meant(Set<String> known) {
        return known.stream()
                .filter(zone -> zone.contains("/") || zone.equals(STANDARD.getId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
