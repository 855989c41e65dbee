package com.gammareplay.marketdata.columns;

import com.gammareplay.model.Index;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;

/**
 * Which day of which recording, read in which way.
 *
 * @param recording the file
 * @param zone of its timestamps
 * @param chains whether option chains are with it
 */
public record DayKey(Path recording, LocalDate date, Index index, ZoneId zone, boolean chains) {

    private static final int DISTINCT = 16;

    /** A name that tells people what is in the file, and other keys apart. */
    String fileName() {
        var digest = RecordedDay.sha256();
        digest.update((recording.toAbsolutePath() + "\n" + zone + "\n" + chains).getBytes(StandardCharsets.UTF_8));
        var distinct = HexFormat.of().formatHex(digest.digest()).substring(0, DISTINCT);
        return recording.getFileName() + "-" + date + "-" + index + "-" + distinct;
    }
}
