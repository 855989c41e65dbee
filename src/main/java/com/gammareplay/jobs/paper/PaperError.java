package com.gammareplay.jobs.paper;

import com.gammareplay.live.DivergedException;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.RecordingFailedException;
import java.util.Locale;

/**
 * Why a paper session failed.
 *
 * @param code for programs
 * @param detail for people, without anything internal
 */
public record PaperError(String code, String detail) {

    static PaperError of(Throwable failure) {
        var detail = String.valueOf(failure.getMessage());
        return switch (failure) {
            case DivergedException _ -> new PaperError("diverged", detail);
            case RecordingFailedException _ -> new PaperError("recording-failed", detail);
            case FeedException feed -> new PaperError("market-" + kebab(feed.kind()), detail);
            case DataException data -> new PaperError("data-" + kebab(data.kind()), detail);
            case OutOfMemoryError _ ->
                new PaperError("out-of-memory", "The session needed more memory than the service has.");
            default -> new PaperError("internal", "The session failed unexpectedly; the service's log has the cause.");
        };
    }

    private static String kebab(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
