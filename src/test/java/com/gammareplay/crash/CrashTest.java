package com.gammareplay.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@Tag("trial")
class CrashTest {

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void jobs_of_a_killed_service_end_once_with_the_same_results(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws IOException {
        new CrashTrial(folder, 1, System.out).run(2);
    }
}
