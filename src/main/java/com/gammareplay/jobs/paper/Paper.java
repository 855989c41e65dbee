package com.gammareplay.jobs.paper;

import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.PaperRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper session that was asked for.
 *
 * @param number its order of acceptance
 * @param stopping whether it was asked to stop
 * @param session its date
 * @param speed of the demo, in seconds a second; null at the broker
 * @param request as it is in effect, as one JSON object that is accepted again
 * @param standing as of its last tick, or of the last time that it was kept
 * @param error null unless it failed
 */
public record Paper(
        long number,
        String id,
        PaperStatus status,
        boolean stopping,
        @Nullable String label,
        LiveSource source,
        LocalDate session,
        @Nullable Integer speed,
        String request,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Standing standing,
        @Nullable PaperError error) {

    /** The name of its recording. */
    public String dataset() {
        return dataset(id);
    }

    static String dataset(String id) {
        return "paper-" + id;
    }

    /** The same as it stands now. */
    Paper with(Standing now) {
        return new Paper(
                number,
                id,
                status,
                stopping,
                label,
                source,
                session,
                speed,
                request,
                createdAt,
                finishedAt,
                now,
                error);
    }

    /** What was asked for. */
    PaperRequest asked(PaperReader reader) {
        return reader.readAccepted(request, dataset(), session);
    }
}
