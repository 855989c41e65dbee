package com.gammareplay.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** The task by which workers run jobs. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
class JobsConfiguration {

    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    SubmissionReader submissionReader() {
        return new SubmissionReader();
    }

    /** A task ends by itself unless its job was put back or could not be written; both are tried again. */
    @Bean
    Task<String> backtestTask(JobRunner runner, JobMetrics metrics) {
        return Tasks.custom(JobQueue.BACKTEST)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(RETRY)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    metrics.claimed(context.getExecution().getExecutionTime());
                    return runner.run(instance.getId(), instance.getData()) ? done() : again();
                });
    }

    private static CompletionHandler<String> done() {
        return (_, operations) -> operations.remove();
    }

    private static CompletionHandler<String> again() {
        return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
    }
}
