package com.gammareplay.jobs.review;

import com.gammareplay.jobs.JobDocument;
import com.gammareplay.report.comparison.Change;
import com.gammareplay.report.comparison.Differing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a backtest that is replayed again gives what was kept.
 *
 * @param firstDifference null if there is none: of the decisions, else of the trades, else of the whole result
 * @param sameDecisions whether each decision has the values that were kept
 * @param sameTrades whether each trade has the values that were kept
 * @param kept what the result was made from
 * @param now what it would be made from now
 */
public record Verification(
        @Nullable Place firstDifference, boolean sameDecisions, boolean sameTrades, JsonNode kept, JsonNode now) {

    /** Where it differs. */
    public record Place(JobDocument document, Change change) {}

    /** Whether all documents have the same bytes. */
    public boolean identical() {
        return firstDifference == null;
    }

    /** Names of that in which the two differ from which they were made. */
    public List<String> differs() {
        return Differing.all(kept, now).stream().map(Differing::name).toList();
    }

    /** The same in words. */
    public String message() {
        if (identical()) {
            return "Replayed again, it gives the same bytes.";
        }
        var sentences = new ArrayList<String>();
        var differs = differs();
        if (differs.contains("version")) {
            sentences.add("Version " + version(kept) + " made it, this is " + version(now) + ".");
        }
        if (differs.contains("dataSha256")) {
            sentences.add("The recorded rows are others than they were.");
        }
        if (differs.contains("parametersSha256")) {
            sentences.add("This version knows other parameters.");
        }
        if (differs.contains("calendarVersion")) {
            sentences.add("The calendar is another one.");
        }
        if (differs.isEmpty()) {
            sentences.add(
                    "Rows of the sessions, parameters, calendar and version are the same; but builds of one version may differ,"
                            + " and rows that belong to no session may have changed, of which warnings tell.");
        }
        sentences.add(sameDecisions ? "Decisions are the same" : "Decisions differ");
        return String.join(" ", sentences) + (sameTrades ? ", trades are the same." : ", trades differ.");
    }

    private static String version(JsonNode provenance) {
        return provenance.path("version").asString("unknown");
    }
}
