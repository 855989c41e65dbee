package com.gammareplay.jobs.paper;

/** A paper session has one process and a recording of its own there, which replicas do not share. */
public final class NoPaperSessionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoPaperSessionsException() {
        super("Replicas lead no paper sessions; a service of one process does.");
    }
}
