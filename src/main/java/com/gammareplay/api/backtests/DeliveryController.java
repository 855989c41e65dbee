package com.gammareplay.api.backtests;

import com.gammareplay.api.jobs.JobId;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.JobProblems;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.webhooks.Delivery;
import com.gammareplay.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How clients were told of the end of their backtests. */
@Tag(name = "Backtests")
@RestController
@RequestMapping(path = JobPaths.BACKTESTS + "/{id}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
class DeliveryController {

    private final Jobs jobs;
    private final Webhooks webhooks;

    DeliveryController(Jobs jobs, Webhooks webhooks) {
        this.jobs = jobs;
        this.webhooks = webhooks;
    }

    /** All of a backtest. */
    @Schema(name = "Deliveries")
    record Deliveries(List<Delivery> items) {}

    @Operation(
            operationId = "getDeliveries",
            summary = "Get the webhooks of a backtest",
            description =
                    "What was sent to its callbackUrl, with each attempt. Empty before it has ended, and if it has "
                            + "no callbackUrl.")
    @ApiResponse(responseCode = "200", description = "The deliveries")
    @GetMapping
    Deliveries get(@JobId @PathVariable String id) {
        if (jobs.find(JobKind.BACKTEST, id).isEmpty()) {
            throw JobProblems.notFound(JobKind.BACKTEST);
        }
        return new Deliveries(webhooks.deliveries(id));
    }
}
