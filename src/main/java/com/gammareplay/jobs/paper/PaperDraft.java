package com.gammareplay.jobs.paper;

import com.gammareplay.live.LiveSource;
import com.gammareplay.live.PaperRequest;
import org.jspecify.annotations.Nullable;

/**
 * A paper session that may be begun.
 *
 * @param json the request as it is in effect
 */
record PaperDraft(
        String id,
        LiveSource source,
        @Nullable Integer speed,
        PaperRequest request,
        @Nullable String label,
        String json) {

    Standing standing() {
        return Standing.beginning(request.replay().startingBalance());
    }
}
