package com.gammareplay.api.sweeps;

import com.gammareplay.api.conventions.Export;
import com.gammareplay.api.conventions.ExportFormat;
import com.gammareplay.api.conventions.PageCursor;
import com.gammareplay.api.conventions.PageLimit;
import com.gammareplay.api.conventions.QueryValues;
import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.api.conventions.WithoutWarnings;
import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.JobProblems;
import com.gammareplay.api.jobs.SucceededJobs;
import com.gammareplay.api.problems.ApiException;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.jobs.sweeps.SweepJobs;
import com.gammareplay.report.SweepReport;
import com.gammareplay.report.TableCsv;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What sweeps gave. */
@Tag(name = "Sweeps")
@RestController
@RequestMapping(JobPaths.SWEEPS + "/{id}")
class SweepResultController {

    private final SucceededJobs succeeded;
    private final SweepJobs sweeps;
    private final SweepReport report;

    SweepResultController(SucceededJobs succeeded, SweepJobs sweeps, SweepReport report) {
        this.succeeded = succeeded;
        this.sweeps = sweeps;
        this.report = report;
    }

    @Operation(
            operationId = "getSweepResults",
            summary = "Get the combinations of a sweep, ranked",
            description =
                    "Those without the number that they are ranked by come last, equal ones in the order in which "
                            + "they were tried. As JSON page by page; as CSV all of them.",
            parameters = {
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description = "The name of a headline number; a - before it: the greatest first",
                        schema = @Schema(type = "string", defaultValue = "-totalPnl", example = "-sharpe"))
            })
    @WithoutWarnings
    @ApiResponse(responseCode = "200", description = "The combinations")
    @GetMapping(
            path = {"/results", "/results" + ExportFormat.CSV_SUFFIX},
            produces = {MediaType.APPLICATION_JSON_VALUE, ExportFormat.CSV_TYPE})
    @Nullable
    SweepResultsView results(
            @JobId @PathVariable String id,
            @PageLimit @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @PageCursor @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var query = new QueryValues(request);
        var sort = RankingOrder.read(query);
        query.requireNoProblem();
        var ranking = new Ranking(sweeps, report, succeeded.get(JobKind.SWEEP, id), sort);
        return new Export(request, response)
                .answer(
                        () -> ranking.page(cursor, limit),
                        Map.of(ExportFormat.CSV, out -> TableCsv.write(ranking.csv(), out)));
    }

    @Operation(
            operationId = "getSweepHeatMap",
            summary = "Get a table of two parameters of a sweep",
            description = "One headline number by the values of two swept parameters. Combinations that differ only in "
                    + "other parameters share a cell. A cell is null where none has the number.",
            parameters = {
                @Parameter(
                        name = "x",
                        in = ParameterIn.QUERY,
                        description = "The parameter of the columns; by default the first one swept",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "y",
                        in = ParameterIn.QUERY,
                        description = "The parameter of the rows; by default the first swept one that is not x",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "value",
                        in = ParameterIn.QUERY,
                        description = "The name of a headline number",
                        schema = @Schema(type = "string", defaultValue = "totalPnl")),
                @Parameter(
                        name = "aggregate",
                        in = ParameterIn.QUERY,
                        description = "What a cell shows of the combinations that share it",
                        schema =
                                @Schema(
                                        type = "string",
                                        defaultValue = "mean",
                                        allowableValues = {"mean", "max", "min"}))
            })
    @WithoutWarnings
    @ApiResponse(responseCode = "200", description = "The table")
    @GetMapping(
            path = {"/heatmap", "/heatmap" + ExportFormat.CSV_SUFFIX},
            produces = {MediaType.APPLICATION_JSON_VALUE, ExportFormat.CSV_TYPE})
    @Nullable
    HeatMapView heatMap(@JobId @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var job = succeeded.get(JobKind.SWEEP, id);
        var combinations = sweeps.request(job).combinations();
        var query = HeatMapQuery.of(request, combinations);
        var map = new HeatMap(combinations, query)
                .of(sweeps.numbers(job, query.value().label(), query.without()));
        return new Export(request, response)
                .answer(() -> map, Map.of(ExportFormat.CSV, out -> TableCsv.write(map.csv(report::cell), out)));
    }

    @Operation(
            operationId = "getWalkForward",
            summary = "Get the walk-forward test of a sweep",
            description = "What the best combination of each window gave on the sessions after those it was chosen on, "
                    + "beside what it gave on them; and all tests as one run, beside the combination that is best by the "
                    + "same objective on all sessions.")
    @ApiResponse(responseCode = "200", description = "The test")
    @GetMapping(path = "/walk-forward", produces = MediaType.APPLICATION_JSON_VALUE)
    RawJson walkForward(@JobId @PathVariable String id) {
        var job = succeeded.get(JobKind.SWEEP, id);
        var test = sweeps.walkForward(job).orElseThrow(() -> ApiException.notFound("walk-forward test of this sweep"));
        var request = sweeps.request(job);
        var objective = Objects.requireNonNull(request.walkForward()).objective();
        var best = sweeps.ranking(job, objective.number().label(), objective.descending(), WarningFilter.NONE, 0, 1);
        if (best.isEmpty()) {
            throw JobProblems.notFound(JobKind.SWEEP); // deleted meanwhile
        }
        return new RawJson(report.besideBest(
                test,
                request.combinations().values(best.getFirst()),
                sweeps.kept(job, best).getFirst().headline()));
    }
}
