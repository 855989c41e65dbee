package com.gammareplay.api.backtests;

import com.gammareplay.api.problems.ApiException;
import com.gammareplay.report.comparison.BacktestComparison;
import com.gammareplay.report.comparison.Comparison;
import com.gammareplay.requests.ComparisonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What differs between two backtests. */
@Tag(name = "Reviews")
@RestController
class ComparisonController {

    private final Documents documents;

    ComparisonController(Documents documents) {
        this.documents = documents;
    }

    @Operation(
            operationId = "compareBacktests",
            summary = "Compare two backtests",
            description = "Holds the results of two backtests against each other check by check: what they were made "
                    + "from, their headlines, the first difference with its cause, the trades that only one of them has. "
                    + "Nothing is replayed or kept.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ComparisonBody.class)))
    @ApiResponse(responseCode = "200", description = "What differs")
    @PostMapping(
            path = "/api/v1/comparisons",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Comparison compare(@RequestBody byte[] body) throws IOException {
        var ids = ComparisonBody.read(body);
        Stream.concat(refusal("/left", ids.left()), refusal("/right", ids.right()))
                .reduce(ApiException::and)
                .ifPresent(refusal -> {
                    throw refusal;
                });
        try (var left = documents.kept(ids.left());
                var right = documents.kept(ids.right())) {
            return BacktestComparison.of(left, right);
        }
    }

    private Stream<ApiException> refusal(String pointer, String id) {
        try {
            documents.require(id);
            return Stream.empty();
        } catch (ApiException refusal) {
            return Stream.of(refusal.at(pointer));
        }
    }
}
