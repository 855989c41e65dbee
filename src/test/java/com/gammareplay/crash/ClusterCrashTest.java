package com.gammareplay.crash;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("trial")
class ClusterCrashTest {

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void jobs_of_killed_replicas_end_once_with_the_same_results() {
        new ClusterTrial(Cluster.shared(), 1, System.out).run(1);
    }
}
