package com.gammareplay.api.conventions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.server.NotAcceptableStatusException;

/** The forms in which trades and decisions are given. */
public enum ExportFormat {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    CSV("text/csv;charset=UTF-8"),
    NDJSON(MediaType.APPLICATION_NDJSON_VALUE);

    /** CSV as controllers say that they have it. */
    public static final String CSV_TYPE = "text/csv";

    /** The end of paths that give CSV whatever the client accepts. */
    public static final String CSV_SUFFIX = ".csv";

    /** What calls of pages have, and the paths of CSV have not. */
    public static final Set<String> NOT_OF_FILES = Set.of("limit", "cursor", "count");

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Whether the path alone says that CSV is wanted. */
    static boolean isCsv(HttpServletRequest request) {
        return request.getRequestURI().endsWith(CSV_SUFFIX);
    }

    /** What a client likes best; of two it likes the same, the one it names. JSON if it does not say. */
    static ExportFormat of(List<MediaType> accepted) {
        if (accepted.isEmpty()) {
            return JSON;
        }
        return Arrays.stream(values())
                .filter(format -> format.liking(accepted) > 0)
                .max(Comparator.<ExportFormat>comparingDouble(format -> format.liking(accepted))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow(() -> new NotAcceptableStatusException(Arrays.stream(values())
                        .map(format -> MediaType.parseMediaType(format.type))
                        .toList()));
    }

    /** What the most exact of the ranges says that this form is in. */
    private double liking(List<MediaType> accepted) {
        var own = MediaType.parseMediaType(type);
        return accepted.stream()
                .filter(range -> range.includes(own))
                .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                        .thenComparing(range -> !range.isWildcardSubtype()))
                .filter(range -> range.getQualityValue() > 0)
                .map(range -> range.getQualityValue() + (range.isWildcardType() ? 0 : 1e-6))
                .orElse(0.0);
    }
}
