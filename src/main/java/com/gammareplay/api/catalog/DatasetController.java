package com.gammareplay.api.catalog;

import com.gammareplay.api.problems.ApiException;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.preparation.Preparations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recordings that can be replayed. */
@Tag(name = "Datasets", description = "The recordings that can be replayed")
@RestController
@RequestMapping(path = DatasetController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetController {

    static final String PATH = "/api/v1/datasets";

    private static final String LEG_PRICES = "options_prices_live";
    private static final DataNeeds AS_PREPARED = new DataNeeds(ZoneOffset.UTC, false);

    private final DatasetCatalog catalog;
    private final Preparations preparations;

    DatasetController(DatasetCatalog catalog, Preparations preparations) {
        this.catalog = catalog;
        this.preparations = preparations;
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
        return new Datasets(catalog.datasets().stream().map(this::view).toList());
    }

    @Operation(operationId = "getDataset", summary = "Look at a dataset", description = "One recording by its name.")
    @ApiResponse(responseCode = "200", description = "The dataset")
    @GetMapping("/{name}")
    DatasetView get(@Parameter(description = "Name of the dataset", example = "demo") @PathVariable String name) {
        return view(dataset(name));
    }

    @Operation(
            operationId = "prepareDataset",
            summary = "Prepare a dataset",
            description =
                    "Reads its sessions in the background and keeps them as files, so that backtests start at once."
                            + " What was kept of another state of the file is trusted no more, also in other zones and"
                            + " with option chains.")
    @ApiResponse(
            responseCode = "202",
            description = "The dataset, being prepared",
            headers = {
                @Header(name = "Location", description = "The dataset", schema = @Schema(type = "string")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds until it is worth while to look at the dataset",
                        schema = @Schema(type = "integer"))
            })
    @PostMapping("/{name}/prepare")
    ResponseEntity<DatasetView> prepare(
            @Parameter(description = "Name of the dataset", example = "demo") @PathVariable String name) {
        var dataset = dataset(name);
        var content = dataset.readable()
                .orElseThrow(() -> ApiException.conflict("dataset-unreadable", dataset.problem() + "."));
        try (var recording = catalog.open(dataset.name(), AS_PREPARED, () -> false)) {
            recording.distrust();
        }
        var progress = preparations.ask(content, dataset.name());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + dataset.name()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(DatasetView.of(dataset, rows(dataset), progress));
    }

    private Dataset dataset(String name) {
        return catalog.dataset(name).orElseThrow(() -> ApiException.notFound("dataset"));
    }

    /** As the balance has them, which counts all; while it is not known, new ones are added to those counted before. */
    private @Nullable Long rows(Dataset dataset) {
        var content = dataset.content();
        if (content == null) {
            return null;
        }
        if (content.balance() != null) {
            for (var table : content.balance()) {
                if (table.table().equals(LEG_PRICES)) {
                    return table.rows();
                }
            }
        }
        try {
            return catalog.rows(dataset.name());
        } catch (DataException _) {
            return null; // gone meanwhile, or damaged where only those who count them look
        }
    }

    private DatasetView view(Dataset dataset) {
        return DatasetView.of(
                dataset, rows(dataset), preparations.progress(dataset.name()).orElse(null));
    }
}
