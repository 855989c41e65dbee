package com.gammareplay.jobs.review;

import com.gammareplay.marketdata.DataException;

/** A backtest that cannot be replayed again as it was, or not now. */
public final class RerunRefusedException extends RuntimeException {

    /** Why it cannot. */
    public enum Reason {
        /** As many are replayed again as may. */
        BUSY,
        /** It took too long. */
        TOO_LONG,
        /** It was deleted meanwhile. */
        GONE,
        /** Its recording is gone or damaged; the message says which. */
        DATA_GONE,
        /** The rows of its recording are others than they were. */
        DATA_CHANGED,
        /** This version of the service makes other trades of the same rows. */
        VERSION_CHANGED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RerunRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    RerunRefusedException(Reason reason, DataException cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    /** Why it cannot be replayed. */
    public Reason reason() {
        return reason;
    }
}
