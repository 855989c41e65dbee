package com.gammareplay.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Why an attempt got no answer. */
public enum AttemptError {
    /** The URL may not be called by this service, or not any more. */
    URL_REFUSED,
    /** The host has no address, or one that is not public; which of them is not told. */
    HOST_UNUSABLE,
    /** Nobody took the connection. */
    NOT_CONNECTED,
    /** The host could not prove who it is, or speaks no TLS. */
    TLS_FAILED,
    /** The connection broke, or what came was no HTTP. */
    NO_ANSWER,
    /** It took too long. */
    TIMEOUT,
    /** The service stopped meanwhile. */
    INTERRUPTED;

    /** As programs see it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AttemptError of(Throwable failure) {
        return switch (failure) {
            case UnknownHostException _ -> HOST_UNUSABLE;
            case ConnectTimeoutException _ -> NOT_CONNECTED;
            case SocketTimeoutException _ -> TIMEOUT;
            case ConnectException _ -> NOT_CONNECTED;
            case SSLException _ -> TLS_FAILED;
            default -> NO_ANSWER;
        };
    }
}
