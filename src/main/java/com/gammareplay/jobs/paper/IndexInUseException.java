package com.gammareplay.jobs.paper;

import com.gammareplay.model.Index;

/** Another paper session of the same source has an index that is asked for. */
public final class IndexInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexInUseException(Index index, String other) {
        super(index + " is traded by the paper session " + other + " of the same source, which runs.");
    }
}
