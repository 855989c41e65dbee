package com.gammareplay.marketdata.sqlite.pages;

import java.io.IOException;

/** Pages that hold what this package does not read, or what no page should: SQLite itself has to look. */
public final class UnreadablePageException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadablePageException(String message) {
        super(message);
    }
}
