package com.gammareplay.jobs.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to become of a job's place in the queue. */
enum Outcome {
    /** It has ended. */
    DONE,
    /** It has to be run again, in its turn. */
    PUT_BACK,
    /** It has to be looked at again after some seconds: it runs already, here, could not be written, or lacks data here. */
    LATER,
    /** Its place is another process's, or has to be left to be found as that of one that is dead. */
    LOST;

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);
    private static final Duration REST = Duration.ofSeconds(5);

    /** How db-scheduler comes to do so. */
    CompletionHandler<String> handler() {
        return switch (this) {
            case DONE -> (_, operations) -> operations.remove();
            case PUT_BACK -> Outcome::inItsTurn;
            case LATER -> Outcome::afterRest;
            case LOST -> (_, _) -> LOG.info("Its place in the queue is left to another worker");
        };
    }

    /** Where it was in the queue. */
    static void inItsTurn(ExecutionComplete complete, ExecutionOperations<String> operations) {
        operations.reschedule(complete, complete.getExecution().getExecutionTime());
    }

    /** A worker that could not write waits a little, for the next job would fare no better. */
    static void afterRest(ExecutionComplete complete, ExecutionOperations<String> operations) {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException _) { // the service stops
            Thread.currentThread().interrupt();
        }
        inItsTurn(complete, operations);
    }
}
