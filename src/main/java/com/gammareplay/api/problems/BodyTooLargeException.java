package com.gammareplay.api.problems;

import java.io.IOException;

/** A request body that is longer than allowed. */
final class BodyTooLargeException extends IOException {

    static final String CODE = "body-too-large";

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body must be at most " + limit + " bytes long.");
    }
}
