package com.gammareplay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Tests that mount file systems, which only root may, and not everywhere. */
public final class Mounts {

    private Mounts() {}

    /**
     * Skips the test if something could not be mounted; fails it where {@code CI=true} says that nothing may be skipped
     * unseen.
     */
    public static void require(boolean isMounted, String why) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(isMounted).as(why + "; with CI=true this is not skipped").isTrue();
        }
        assumeThat(isMounted).as(why).isTrue();
    }
}
