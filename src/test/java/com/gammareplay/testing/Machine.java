package com.gammareplay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Tests that need what not every machine has: the right to mount file systems, or an engine for containers. */
public final class Machine {

    private Machine() {}

    /**
     * Skips the test if the machine lacks something; fails it where {@code CI=true} says that nothing may be skipped
     * unseen.
     */
    public static void requires(boolean isThere, String why) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(isThere).as(why + "; with CI=true this is not skipped").isTrue();
        }
        assumeThat(isThere).as(why).isTrue();
    }
}
