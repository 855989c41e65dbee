package com.gammareplay.config;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.util.unit.DataSize;

/** How much memory the machine has, or the container if that is less. */
final class AvailableMemory {

    /** With less the system ends the process without a word while the demo is made; docs/operations.md has figures. */
    private static final DataSize LEAST = DataSize.ofMegabytes(384);

    private AvailableMemory() {}

    /**
     * Refuses to start where the system would kill the service.
     *
     * @throws StartRefusedException if there is too little
     */
    static void requireEnough() {
        requireEnough(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    static void requireEnough(long bytes) {
        if (bytes < LEAST.toBytes()) {
            throw new StartRefusedException(
                    "The service needs " + LEAST.toMegabytes() + " MB of memory, this machine or container has "
                            + DataSize.ofBytes(bytes).toMegabytes() + " MB.",
                    "Give the container more memory, such as docker run --memory 1g.");
        }
    }
}
