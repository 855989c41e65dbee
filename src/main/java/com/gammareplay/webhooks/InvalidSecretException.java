package com.gammareplay.webhooks;

/** A secret of the settings cannot be used. */
public final class InvalidSecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSecretException() {
        super("A secret of webhooks must be whsec_ followed by 24 to 64 bytes in base64.");
    }
}
