package com.gammareplay.requests;

import java.util.Arrays;
import java.util.List;

/** What may be known of a trade made elsewhere. */
enum TradeColumn {
    INDEX("index", true),
    ENTRY_TIME("entryTime", true),
    EXIT_TIME("exitTime", false),
    STRIKES("strikes", false),
    CALL_SHORT("callShort", false),
    CALL_LONG("callLong", false),
    PUT_SHORT("putShort", false),
    PUT_LONG("putLong", false),
    CREDIT("credit", true),
    EXIT_VALUE("exitValue", false),
    PNL("pnl", false),
    CONTRACTS("contracts", false),
    EXIT_REASON("exitReason", false);

    static final List<String> LABELS =
            Arrays.stream(values()).map(column -> column.label).toList();

    private final String label;
    private final boolean required;

    TradeColumn(String label, boolean required) {
        this.label = label;
        this.required = required;
    }

    /** Its name in requests, and in the CSV unless that has another. */
    String label() {
        return label;
    }

    boolean isRequired() {
        return required;
    }
}
