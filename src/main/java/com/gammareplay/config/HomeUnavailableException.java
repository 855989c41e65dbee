package com.gammareplay.config;

/** The folder that the service writes to is not to be had. */
final class HomeUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HomeUnavailableException(String message) {
        super(message);
    }

    HomeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
