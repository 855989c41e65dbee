package com.gammareplay;

/** Where the jar starts: compiled for the oldest Java on which Spring Boot's own launcher runs, to name the one needed. */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) {
        var version = Runtime.version().feature();
        if (version < NEEDED) {
            System.err.println("gamma-replay needs Java " + NEEDED + " or newer, this is Java " + version + ".");
            System.exit(1);
        }
        Application.main(args);
    }
}
