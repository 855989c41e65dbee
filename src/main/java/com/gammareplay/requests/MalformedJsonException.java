package com.gammareplay.requests;

import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;

/** Text that was to be JSON and is not; the message says where and why. */
public final class MalformedJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 200;

    private MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A number whose exponent no number can have. */
    static MalformedJsonException of(NumberFormatException cause) {
        return new MalformedJsonException("The body has a number with an exponent that is too large.", cause);
    }

    static MalformedJsonException of(CharacterCodingException cause) {
        return new MalformedJsonException("The body is not valid UTF-8.", cause);
    }

    static MalformedJsonException of(JacksonException cause) {
        var location = cause.getLocation();
        var place = location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new MalformedJsonException("The body is not valid JSON" + place + ": " + reason(cause), cause);
    }

    /** Without the names of Java types and settings that the library puts into its reasons. */
    private static String reason(JacksonException cause) {
        var text = String.valueOf(cause.getOriginalMessage());
        var plain = text.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\s*\\([^()]*(?:`|Stream|Feature|Source)[^()]*\\)", "")
                .replaceAll("(?:,|:(?: not allowed)?) (?:from|as per|enable) `[^`]*`(?: to allow)?", "");
        return plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) + "…" : plain;
    }
}
