package com.gammareplay.access;

import java.util.Locale;

/** What the holder of a key may do. */
public enum Scope {
    /** Look at everything. */
    READ,
    /** Look at everything, and submit, cancel and delete jobs. */
    RUN;

    /** The name in settings and in the security context. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String label) {
        for (var scope : values()) {
            if (scope.label().equals(label)) {
                return scope;
            }
        }
        throw new InvalidApiKeyException("the scope of a key must be read or run");
    }
}
