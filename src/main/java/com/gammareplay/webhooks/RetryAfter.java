package com.gammareplay.webhooks;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header Retry-After: seconds or a date in one of the three forms of HTTP (RFC 9110, 5.6.7 and 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    /** Java knows none. */
    private static final Pattern LEAP_SECOND = Pattern.compile("(\\d\\d:\\d\\d):60\\b");

    private static final BigInteger MOST_SECONDS = BigInteger.valueOf(999_999_999);

    /** A year of two digits is at most so far in the future. */
    private static final int YEARS_AHEAD = 50;

    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RetryAfter() {}

    /** How long to wait, zero or more; empty if the header is missing or cannot be read. */
    static Optional<Duration> read(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        var text = LEAP_SECOND.matcher(header.strip()).replaceFirst("$1:59");
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(
                    Duration.ofSeconds(new BigInteger(text).min(MOST_SECONDS).longValue()));
        }
        return List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(now), ASCTIME).stream()
                .flatMap(form -> date(text, form).stream())
                .findFirst()
                .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    }

    private static Optional<Instant> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter rfc850(Instant now) {
        var first = now.atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD - 99;
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, first)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }
}
