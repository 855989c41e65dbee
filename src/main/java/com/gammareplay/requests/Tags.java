package com.gammareplay.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words by which a client groups its jobs. */
public record Tags(List<String> values) {

    public static final Tags NONE = new Tags(List.of());

    /** Those of a submission, none where it has none. */
    static Tags of(@Nullable List<String> given) {
        return given == null ? NONE : new Tags(given);
    }

    public Tags {
        values = List.copyOf(values);
    }
}
