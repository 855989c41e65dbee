package com.gammareplay.replay.sweep;

import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * How the choice of the best combination is to be tested: on sessions that it was not chosen on.
 *
 * @param trainSessions on which each window's best combination is chosen
 * @param testSessions after them, on which it is then replayed
 * @param step from one window to the next in sessions, at least {@code testSessions}, so that none is tested twice
 * @param objective by which the best one is chosen
 */
public record WalkForward(int trainSessions, int testSessions, int step, Objective objective) {

    /** The sessions of one window. */
    public record Window(List<Session> train, List<Session> test) {}

    public WalkForward {
        if (trainSessions < 1 || testSessions < 1 || step < testSessions) {
            throw new IllegalArgumentException("must have sessions to train and test, and a step of at least the test");
        }
    }

    /** The windows that fit into some sessions, in order. */
    public List<Window> windows(List<Session> sessions) {
        var windows = new ArrayList<Window>();
        for (var first = 0; first + trainSessions + testSessions <= sessions.size(); first += step) {
            var test = first + trainSessions;
            windows.add(new Window(sessions.subList(first, test), sessions.subList(test, test + testSessions)));
        }
        return windows;
    }
}
