package com.gammareplay.live;

import java.time.Duration;

/**
 * How fast a virtual time goes by.
 *
 * @param speed virtual seconds a second, more than 0; infinite for as fast as the machine
 */
public record Pace(double speed) {

    public static final Pace UNLIMITED = new Pace(Double.POSITIVE_INFINITY);

    /** Real seconds between two looks around. */
    private static final double LONGEST_WAIT = 0.5;

    public Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be more than 0, was " + speed);
        }
    }

    /** The virtual time that may go by before its caller looks around; it cannot be woken. */
    Duration longest() {
        return Duration.ofMillis((long) Math.clamp(LONGEST_WAIT * speed * 1000, 1, 1e9));
    }

    /** Waits as long as it takes until so much virtual time has gone by. */
    void pass(Duration time) {
        if (Double.isFinite(speed)) {
            try {
                Thread.sleep(Duration.ofNanos((long) (time.toNanos() / speed)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
