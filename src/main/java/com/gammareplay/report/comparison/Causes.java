package com.gammareplay.report.comparison;

import com.gammareplay.report.JsonReport;
import com.gammareplay.report.ResultFields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What two backtests were made from, as far as it differs. */
@Schema(name = "ComparisonCauses", description = "What the backtests were made from, as far as it differs.")
public record Causes(
        List<Differing> parameters,

        @Schema(description = "Other fields of the request; a preset is only where parameters come from")
        List<Differing> request,

        @Schema(description = "dataSha256 of the rows that were read, calendarVersion, and version of the service")
        List<Differing> provenance) {

    private static final JsonMapper MAPPER = JsonReport.exactMapper();
    private static final String PARAMETERS = "parameters";
    private static final String PROVENANCE = "provenance";

    /** What is told by the other lists, or follows from them. */
    private static final Set<String> NO_CAUSES = Set.of("dataset", "databaseZone", "synthetic", "parametersSha256");

    /** A kind of thing that differs. */
    public enum Kind {
        PARAMETERS("parameter"),
        REQUEST("request field"),
        DATA("recorded rows that were read"),
        CALENDAR("calendar"),
        VERSION("version of the service");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Causes of(ComparedBacktest left, ComparedBacktest right) {
        var one = MAPPER.readTree(left.request());
        var other = MAPPER.readTree(right.request());
        return new Causes(
                Differing.all(one.path(PARAMETERS), other.path(PARAMETERS)),
                Differing.all(one, other, Set.of(PARAMETERS, "preset")),
                Differing.all(provenance(left.result()), provenance(right.result()), NO_CAUSES));
    }

    private static JsonNode provenance(InputStream result) {
        return ResultFields.read(result, PROVENANCE).get(PROVENANCE);
    }

    List<Kind> kinds() {
        var kinds = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            if (!names(kind).isEmpty()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private List<String> names(Kind kind) {
        return switch (kind) {
            case PARAMETERS -> names(parameters);
            case REQUEST -> names(request);
            case DATA -> provenance("dataSha256");
            case CALENDAR -> provenance("calendarVersion");
            case VERSION -> provenance("version");
        };
    }

    private List<String> provenance(String name) {
        return names(provenance).stream().filter(name::equals).toList();
    }

    private static List<String> names(List<Differing> values) {
        return values.stream().map(Differing::name).toList();
    }

    /** Parameters that differ and whose values a decision shows: those of one index go by the name of both. */
    List<String> shownBy(Set<String> values) {
        return names(parameters).stream()
                .filter(name -> values.contains(shown(name)))
                .toList();
    }

    /** By which names decisions show the parameters that differ. */
    Set<String> shown() {
        return names(parameters).stream().map(Causes::shown).collect(Collectors.toSet());
    }

    private static String shown(String parameter) {
        var dot = parameter.indexOf('.');
        return dot < 0 ? parameter : parameter.substring(0, dot);
    }

    /** All that differs, and what can be said of it. */
    String message() {
        var differing = Stream.of(Kind.values())
                .filter(kind -> !names(kind).isEmpty())
                .map(this::words)
                .toList();
        if (differing.isEmpty()) {
            return "Request, rows of the sessions, calendar and version are the same; builds of one version may differ, and rows"
                    + " that belong to no session may have changed, of which warnings tell.";
        }
        var all = String.join("; ", differing) + ".";
        if (differing.size() > 1) {
            return "Any of these may be the cause: " + all;
        }
        return parameters.size() + request.size() > 1
                ? "The cause is among these, for nothing else differs: " + all
                : "The cause, for nothing else differs: " + all;
    }

    private String words(Kind kind) {
        return switch (kind) {
            case PARAMETERS, REQUEST ->
                kind.words + (names(kind).size() > 1 ? "s " : " ") + String.join(", ", names(kind));
            case DATA, CALENDAR, VERSION -> kind.words;
        };
    }
}
