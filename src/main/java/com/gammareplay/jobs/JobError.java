package com.gammareplay.jobs;

import com.gammareplay.marketdata.DataException;
import java.time.Duration;

/**
 * Why a job failed.
 *
 * @param code for programs
 * @param detail for people, without anything internal
 */
public record JobError(String code, String detail) {

    /** What a replay failed of. */
    public static JobError of(Throwable failure) {
        return switch (failure) {
            case DataException data -> new JobError(codeOf(data.kind()), text(data));
            case OutOfMemoryError _ ->
                new JobError("out-of-memory", "The replay needed more memory than the service has.");
            default -> new JobError("internal", "The replay failed unexpectedly; the service's log has the cause.");
        };
    }

    /** It took longer than it may. */
    public static JobError timeout(Duration limit) {
        return new JobError("timeout", "The replay took longer than the " + limit.toSeconds() + " s that a job may.");
    }

    /** Workers died while they ran it, at last with nothing beside it. */
    public static JobError poisonous(int deaths) {
        return new JobError("worker-lost", "Its worker was lost " + deaths + " times, at last while it ran alone.");
    }

    /** It was begun again and again and came no further. */
    public static JobError triedTooOften(int attempts) {
        return new JobError("worker-lost", "It was begun " + attempts + " times without coming any further.");
    }

    private static String codeOf(DataException.Kind kind) {
        return switch (kind) {
            case MISSING -> "data-missing";
            case UNAVAILABLE -> "data-unavailable";
            case CORRUPT -> "data-corrupt";
        };
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
