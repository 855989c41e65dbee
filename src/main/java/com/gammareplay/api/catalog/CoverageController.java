package com.gammareplay.api.catalog;

import com.gammareplay.api.problems.ApiException;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.replay.coverage.Coverages;
import com.gammareplay.requests.CoverageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well the recordings were recorded. */
@Tag(name = "Datasets")
@RestController
class CoverageController {

    /** Reading is work for one processor, and answers of 400 sessions take some megabytes. */
    static final int MOST_AT_ONCE = 2;

    private static final long WHEN_BUSY = 5;

    private final DatasetCatalog catalog;
    private final Coverages coverages;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    CoverageController(DatasetCatalog catalog, Coverages coverages) {
        this.catalog = catalog;
        this.coverages = coverages;
    }

    @Operation(
            operationId = "getDatasetCoverage",
            summary = "Look at how well a dataset was recorded",
            description =
                    "Per session: ticks with quotes, gaps, the peak snapshot of each check time, and what is wrong "
                            + "with the rows, by the limits of the preset live; and what to set where that is too little. At "
                            + "most 400 sessions. Sessions that are not kept yet are read, during the call.")
    @ApiResponse(responseCode = "200", description = "The coverage")
    @GetMapping(path = DatasetController.PATH + "/{name}/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
    CoverageView coverage(
            @Parameter(description = "Name of the dataset", example = "demo") @PathVariable String name,
            @Parameter(
                            description = "Only this index; all that the dataset has without it",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"SPX", "NDX"}))
                    @RequestParam(required = false)
                    @Nullable
                    String index,
            @Parameter(
                            description = "First session, the dataset's first without it",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last session, the dataset's last without it",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "Zone of recorded timestamps that name none, UTC without it")
                    @RequestParam(required = false)
                    @Nullable
                    String databaseZone) {
        var dataset = catalog.dataset(name).orElseThrow(() -> ApiException.notFound("dataset"));
        var content = dataset.readable()
                .orElseThrow(() -> ApiException.conflict("dataset-unreadable", dataset.problem() + "."));
        if (!places.tryAcquire()) {
            throw new ApiException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "coverage-busy",
                    "As many coverages are being read as may; try again later.",
                    WHEN_BUSY);
        }
        try {
            var query = CoverageQuery.read(catalog, dataset, content, index, databaseZone, from, to);
            return CoverageView.of(
                    name, coverages.of(name, query.indices(), query.databaseZone(), query.from(), query.to()));
        } finally {
            places.release();
        }
    }
}
