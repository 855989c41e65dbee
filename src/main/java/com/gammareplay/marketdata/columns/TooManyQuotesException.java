package com.gammareplay.marketdata.columns;

/** More quotes of one index in one session than are laid out as columns. */
public final class TooManyQuotesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long quotes;

    TooManyQuotesException(long quotes) {
        super(quotes + " quotes, at most " + QuoteColumnsBuilder.MOST_CELLS);
        this.quotes = quotes;
    }

    /** How many there are. */
    public long quotes() {
        return quotes;
    }
}
