package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.Page;
import com.gammareplay.api.conventions.PageCursor;
import com.gammareplay.api.conventions.PageLimit;
import com.gammareplay.api.conventions.WithoutWarnings;
import com.gammareplay.api.jobs.JobCalls;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.model.Index;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of backtests. */
@Tag(name = "Backtests")
@RestController
@RequestMapping(path = JobPaths.BACKTESTS, produces = MediaType.APPLICATION_JSON_VALUE)
class BacktestListController {

    private final JobCalls calls;
    private final BacktestViews views;

    BacktestListController(JobCalls calls, BacktestViews views) {
        this.calls = calls;
        this.views = views;
    }

    @Operation(
            operationId = "listBacktests",
            summary = "List backtests",
            description =
                    "Jobs, the newest first unless asked otherwise; those without the number that they are sorted "
                            + "by come last. None is shown twice while jobs arrive and finish. By createdAt none is left out; by a number "
                            + "one that finishes meanwhile is shown only if its place is behind the cursor. Of the "
                            + "parameters in its request an item has those that differ from the preset; the job has all.",
            parameters = {
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description = "Only jobs in this state",
                        schema = @Schema(implementation = JobStatus.class)),
                @Parameter(
                        name = "dataset",
                        in = ParameterIn.QUERY,
                        description = "Only replays of this recording",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "index",
                        in = ParameterIn.QUERY,
                        description = "Only replays with this index",
                        schema = @Schema(implementation = Index.class)),
                @Parameter(
                        name = "label",
                        in = ParameterIn.QUERY,
                        description = "Only jobs with this label",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "tag",
                        in = ParameterIn.QUERY,
                        description = "Only jobs with this tag",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description = "createdAt or the name of a headline number; a - before it: the greatest first",
                        schema = @Schema(type = "string", defaultValue = "-createdAt", example = "-totalPnl"))
            })
    @WithoutWarnings
    @ApiResponse(responseCode = "200", description = "A page of jobs")
    @GetMapping
    Page<BacktestView> list(
            @PageLimit @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit,
            @PageCursor @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        return calls.list(views, request, cursor, limit);
    }
}
