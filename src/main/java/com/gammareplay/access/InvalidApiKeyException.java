package com.gammareplay.access;

/** A key whose setting cannot be read. Its message has nothing of the setting, which may be the key itself. */
public final class InvalidApiKeyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidApiKeyException(String message) {
        super(message);
    }
}
