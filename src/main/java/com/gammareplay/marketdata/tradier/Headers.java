package com.gammareplay.marketdata.tradier;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads headers of answers; what is not as it should be counts as missing. */
final class Headers {

    private Headers() {}

    /** A time. */
    static Optional<Instant> date(HttpHeaders headers, String name) {
        try {
            return headers.firstValue(name)
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A whole number, 0 or more. */
    static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong);
    }
}
