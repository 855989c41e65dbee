package com.gammareplay.jobs;

import com.gammareplay.replay.WarningCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves out results whose headline has any of some warnings, or was made by a version that knew none; without codes
 * none is left out.
 *
 * @param codes each once and in their order: a cursor holds them, and must be good after a restart too
 */
public record WarningFilter(List<WarningCode> codes) {

    /** Leaves out nothing. */
    public static final WarningFilter NONE = new WarningFilter(List.of());

    private static final String ANY = "any";

    /** What a filter can be made of: the word for all codes, and the codes. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(ANY), Arrays.stream(WarningCode.values()).map(Enum::name))
            .toList();

    public WarningFilter {
        codes = codes.stream().distinct().sorted().toList();
    }

    /** A filter of {@link #NAMES}. */
    public static WarningFilter of(List<String> names) {
        return new WarningFilter(
                names.contains(ANY)
                        ? List.of(WarningCode.values())
                        : names.stream().map(WarningCode::valueOf).toList());
    }

    /** The condition in SQL on a column {@code headline}; "" if nothing is left out. */
    public String condition() {
        if (codes.isEmpty()) {
            return "";
        }
        var named = codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", "));
        return " and (headline is null or headline -> 'warnings' is not null) and not exists (select 1 from"
                + " json_each(headline -> 'warnings') as warning where warning.key in (" + named + "))";
    }
}
