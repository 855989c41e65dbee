package com.gammareplay.marketdata.columns;

import com.gammareplay.hash.Sha256;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Which day of which recording, read in which way.
 *
 * @param recording the file
 * @param session the calendar's hours decide what is counted as outside of them
 * @param zone of its timestamps
 * @param chains whether option chains are with it
 */
public record DayKey(Path recording, Session session, Index index, ZoneId zone, boolean chains) {

    private static final int DISTINCT = 16;
    /** File systems allow 255 bytes for all of it. */
    private static final int MOST_NAME = 150;

    public DayKey {
        zone = zone.normalized(); // Z and UTC are the same
    }

    /** A name that tells people what is in the file, and other keys apart. */
    String fileName() {
        var distinct = Sha256.hex(recording.toAbsolutePath() + "\n" + zone + "\n" + chains)
                .substring(0, DISTINCT);
        var name = String.valueOf(recording.getFileName());
        var shown = name.substring(0, Math.min(MOST_NAME, name.length()));
        return shown + "-" + session.date() + "-" + index + "-" + distinct;
    }
}
