package com.gammareplay.requests;

import java.net.URI;

/**
 * Where a client wants to be told of the end of its job. Its path and query may hold secrets of the client.
 *
 * @param value the whole URL, as the client gave it
 */
public record CallbackUrl(String value) {

    /** Scheme, host and port at most, for logs. */
    @Override
    public String toString() {
        try {
            var uri = URI.create(value);
            return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/…";
        } catch (IllegalArgumentException _) {
            return "…";
        }
    }
}
