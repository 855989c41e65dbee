package com.gammareplay.requests;

import java.util.List;

/** The words by which a client groups its jobs. */
public record Tags(List<String> values) {

    public static final Tags NONE = new Tags(List.of());

    public Tags {
        values = List.copyOf(values);
    }
}
