package com.gammareplay.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The task by which workers run jobs. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
@EnableScheduling
@EnableConfigurationProperties(JobSettings.class)
class JobsConfiguration {

    private static final Duration RETRY = Duration.ofSeconds(5);

    /** The queue is made of tasks, so that it is there only after them. */
    @Bean
    Task<String> backtestTask(
            DbSchedulerProperties properties,
            JobRunner runner,
            JobStore store,
            RunningJobs running,
            ObjectProvider<JobQueue> queue) {
        Supplier<JobLane> lane = () -> queue.getObject().lane(JobKind.BACKTEST);
        return task(JobQueue.BACKTEST, runner, store, running, lane, properties.getSchedulerName());
    }

    @Bean(destroyMethod = "stop")
    SweepScheduler sweepScheduler(
            DbSchedulerProperties properties,
            DbSchedulerCustomizer customizer,
            StatsRegistry statistics,
            @Qualifier("dbSchedulerClock") Clock clock,
            DataSource dataSource,
            JobRunner runner,
            JobStore store,
            RunningJobs running,
            ObjectProvider<JobQueue> queue) {
        Supplier<JobLane> lane = () -> queue.getObject().lane(JobKind.SWEEP);
        var task = task(JobQueue.SWEEP, runner, store, running, lane, properties.getSchedulerName());
        return new SweepScheduler(properties, customizer, statistics, clock, dataSource, task);
    }

    /** A task ends by itself unless its job was put back or could not be written; both are tried again. */
    private static Task<String> task(
            TaskDescriptor<String> descriptor,
            JobRunner runner,
            JobStore store,
            RunningJobs running,
            Supplier<JobLane> lane,
            String self) {
        return Tasks.custom(descriptor)
                .onFailure((complete, operations) -> thenFree(lane, later()).complete(complete, operations))
                .onDeadExecution(dead(store, running, lane, self))
                .execute((instance, _) -> {
                    lane.get().workerTakesJob();
                    return thenFree(
                            lane,
                            switch (runner.run(instance.getId(), instance.getData())) {
                                case DONE -> done();
                                case PUT_BACK -> inItsTurn();
                                case LATER -> later();
                            });
                });
    }

    private static CompletionHandler<String> thenFree(Supplier<JobLane> lane, CompletionHandler<String> handler) {
        return (complete, operations) -> {
            try {
                handler.complete(complete, operations);
            } finally {
                lane.get().workerIsFree();
            }
        };
    }

    /**
     * Jobs that end in time leave nothing behind in the timer. It goes on while the service stops: a job that a worker
     * begins in that moment, before it is put back, has its timeout like any other.
     */
    @Bean
    ThreadPoolTaskSchedulerCustomizer jobTimer() {
        return timer -> {
            timer.setRemoveOnCancelPolicy(true);
            timer.setAcceptTasksAfterContextClose(true);
        };
    }

    /**
     * A worker is lost, unless it is one of ours: that could not say for a while that it lives, or it has done its work
     * and could not write so. Whoever is free takes the job at once: to notice a death takes up to twelve seconds, and
     * the next look at the queue would be as late as five more.
     */
    private static DeadExecutionHandler<String> dead(
            JobStore store, RunningJobs running, Supplier<JobLane> lane, String self) {
        return (complete, operations) -> {
            var execution = complete.getExecution();
            if (!self.equals(execution.pickedBy)) {
                store.workerLost(execution.getId());
            } else if (!running.contains(execution.getId())) {
                store.endUnwritten(execution.getId());
            }
            operations.reschedule(complete, execution.getExecutionTime());
            lane.get().wake();
        };
    }

    private static CompletionHandler<String> done() {
        return (_, operations) -> operations.remove();
    }

    private static CompletionHandler<String> later() {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(RETRY));
    }

    /** Where it was in the queue. */
    private static CompletionHandler<String> inItsTurn() {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getExecution().getExecutionTime());
    }
}
