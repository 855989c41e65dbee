package com.gammareplay.config;

/** The service was to be open to other machines, without keys. */
final class AnonymousAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnonymousAddressException(String address) {
        super("Without API keys the service is not started on the address " + address
                + ", where other machines can call it.");
    }
}
