package com.gammareplay.api.jobs;

import com.gammareplay.jobs.QueueState;
import com.gammareplay.jobs.intake.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue as a whole. */
@Tag(name = "Queue", description = "The jobs that wait and run")
@RestController
@RequestMapping(path = "/api/v1/queue", produces = MediaType.APPLICATION_JSON_VALUE)
class QueueController {

    private final Jobs jobs;

    QueueController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** How the queue is. */
    @Schema(name = "Queue")
    record QueueView(
            @Schema(description = "Jobs that wait") int queued,

            @Schema(description = "Jobs that run") int running,

            LimitsView limits,

            @Schema(description = "Seconds that the first job has waited; null if none waits", nullable = true)
            @Nullable
            Double oldestWaitSeconds) {

        private static QueueView of(QueueState state) {
            var oldest = state.oldestWait();
            return new QueueView(
                    state.queued(),
                    state.running(),
                    new LimitsView(state.workers(), state.maxQueued()),
                    oldest == null ? null : oldest.toMillis() / 1000.0);
        }
    }

    /** How much there may be. */
    @Schema(name = "QueueLimits")
    record LimitsView(
            @Schema(description = "Most jobs that run at once")
            int workers,

            @Schema(description = "Most jobs that wait") int maxQueued) {}

    @Operation(
            operationId = "getQueue",
            summary = "Look at the queue",
            description = "How many jobs wait and run, how many may, and how long the first one has waited.")
    @ApiResponse(responseCode = "200", description = "The queue")
    @GetMapping
    QueueView get() {
        return QueueView.of(jobs.queue());
    }
}
