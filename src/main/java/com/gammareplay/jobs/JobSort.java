package com.gammareplay.jobs;

import com.gammareplay.statistics.ResultNumber;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order a list has its jobs. Jobs without the number come last, the newest first.
 *
 * @param by the time of acceptance or a headline number
 */
public record JobSort(String by, boolean descending) {

    private static final String CREATED_AT = "createdAt";

    /** By what jobs can be sorted. */
    public static final List<String> NAMES = Stream.concat(Stream.of(CREATED_AT), ResultNumber.HEADLINE_NAMES.stream())
            .toList();

    /** The newest first. */
    public static final JobSort NEWEST = new JobSort(CREATED_AT, true);

    public JobSort {
        if (!NAMES.contains(by)) {
            throw new IllegalArgumentException("by must be one of " + NAMES + ", was " + by);
        }
    }

    /** Whether it is by a headline number. */
    public boolean isByNumber() {
        return !by.equals(CREATED_AT);
    }
}
