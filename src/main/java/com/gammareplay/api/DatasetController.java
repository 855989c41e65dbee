package com.gammareplay.api;

import com.gammareplay.marketdata.DatasetCatalog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recordings that can be replayed. */
@Tag(name = "Datasets", description = "The recordings that can be replayed")
@RestController
@RequestMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetController {

    private final DatasetCatalog catalog;

    DatasetController(DatasetCatalog catalog) {
        this.catalog = catalog;
    }

    /** All recordings. */
    @Schema(name = "Datasets")
    record Datasets(List<DatasetView> items) {}

    @Operation(
            operationId = "listDatasets",
            summary = "List datasets",
            description = "Every recording found, also those that cannot be read. The folder is looked at anew.")
    @ApiResponse(responseCode = "200", description = "The datasets, by name")
    @GetMapping
    Datasets list() {
        return new Datasets(catalog.datasets().stream().map(DatasetView::of).toList());
    }

    @Operation(operationId = "getDataset", summary = "Look at a dataset", description = "One recording by its name.")
    @ApiResponse(responseCode = "200", description = "The dataset")
    @GetMapping("/{name}")
    DatasetView get(@Parameter(description = "Name of the dataset") @PathVariable String name) {
        return catalog.dataset(name).map(DatasetView::of).orElseThrow(() -> ApiException.notFound("dataset"));
    }
}
