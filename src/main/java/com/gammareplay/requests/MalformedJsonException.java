package com.gammareplay.requests;

import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Text that was to be JSON and is not; the message says where and why, in words of its own. */
public final class MalformedJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What the library's reasons have of the text: a field, or what is not expected. */
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.{0,50}).*\"", Pattern.DOTALL);

    private static final Pattern FOUND = Pattern.compile("[\\w -]+ \\(?'(.{1,50}?)'");

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
        return new MalformedJsonException(text(cause, String.valueOf(cause.getOriginalMessage())), cause);
    }

    private static String text(JacksonException cause, String reason) {
        if (cause instanceof StreamConstraintsException) {
            return "The body nests deeper than " + Json.MAX_DEPTH
                    + " levels, or has a number or a name that is too long.";
        }
        var found = FOUND.matcher(reason);
        return "The body " + what(reason) + place(cause.getLocation())
                + (found.lookingAt() ? ", where it has " + found.group(1) : "") + ".";
    }

    private static String what(String reason) {
        var twice = TWICE.matcher(reason);
        if (twice.matches()) {
            return "has the field " + twice.group(1) + " twice";
        }
        if (reason.startsWith("Unexpected end-of-input")) {
            return "ends before its JSON does";
        }
        return reason.startsWith("Trailing token") ? "goes on after its JSON" : "is not valid JSON";
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
