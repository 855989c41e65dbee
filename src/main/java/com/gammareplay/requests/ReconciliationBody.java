package com.gammareplay.requests;

import com.gammareplay.reconciliation.TradeTable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a reconciliation, for the description of the API; it is read field by field. */
@Schema(
        name = "ReconciliationRequest",
        description = "Trades made elsewhere, and the backtest that they are held against. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ReconciliationBody(
        @Schema(description = "Id of a backtest that has succeeded", requiredMode = Schema.RequiredMode.REQUIRED)
        String backtest,

        @Schema(
                description = "Zone of the times that name no offset; must be given if there are any",
                example = "America/New_York")
        @Nullable
        String zone,

        @Schema(
                description = "What columns of the CSV are called, by the names that they have here: index, entryTime, "
                        + "exitTime, strikes, callShort, callLong, putShort, putLong, credit, exitValue, pnl, contracts, "
                        + "exitReason. Any that is not named here is looked for by that name")
        @Nullable
        Map<String, String> columns,

        @Schema(
                description = "The trades, with a header, columns between commas",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String csv) {

    private static final String BACKTEST = "backtest";
    private static final String CSV = "csv";
    private static final String COLUMNS = "columns";

    /** What was asked for. */
    public record Reconciled(String backtest, TradeTable trades) {}

    /**
     * Reads which backtest is meant, and the trades.
     *
     * @throws MalformedJsonException if the body is no JSON
     * @throws InvalidRequestException naming everything that is wrong, but for single rows, which are told beside the
     *     trades
     */
    public static Reconciled read(byte[] json) {
        var fields = JsonFields.of(json);
        var backtest = fields.text(BACKTEST);
        var zone = fields.text("zone");
        var columns = fields.object(COLUMNS);
        var csv = fields.text(CSV);
        var problems = fields.problems();
        if (backtest == null) {
            problems.addNew("/" + BACKTEST, "must be given: the id of a backtest");
        }
        if (csv == null) {
            problems.addNew("/" + CSV, "must be given: trades with a header, columns between commas");
        }
        var names = columns == null ? Map.<String, String>of() : names(columns, problems);
        var trades = problems.joinedBy(() -> new TradesReader(zone, names).read(Objects.requireNonNullElse(csv, "")));
        return new Reconciled(Objects.requireNonNull(backtest), trades);
    }

    private static Map<String, String> names(JsonNode columns, Problems problems) {
        var names = new LinkedHashMap<String, String>();
        for (var property : columns.properties()) {
            if (property.getValue().isString()) {
                names.put(property.getKey(), property.getValue().stringValue());
            } else {
                problems.add(
                        "/" + COLUMNS + "/" + Problems.escaped(property.getKey()),
                        "must be a text: a name in the header");
            }
        }
        return names;
    }
}
