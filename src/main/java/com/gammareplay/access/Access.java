package com.gammareplay.access;

import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * What follows from the settings together.
 *
 * @param keys those that are accepted; with none every caller may do everything
 * @param isLocal true if only this machine is served, without keys
 */
public record Access(AccessSettings settings, ApiKeys keys, boolean isLocal) {

    private static final int DEFAULT_RATE = 100;

    static Access of(AccessSettings settings, ServerProperties server) {
        var keys = new ApiKeys(settings.apiKeys());
        var address = server.getAddress();
        return new Access(settings, keys, keys.isEmpty() && address != null && address.isLoopbackAddress());
    }

    /** True if other machines would be served without keys, and nobody has allowed that. */
    public boolean mustBeRefused() {
        return isOpenToAll() && !settings.allowAnonymous();
    }

    /** True if whoever can reach the service may do everything, from other machines too. */
    public boolean isOpenToAll() {
        return keys.isEmpty() && !isLocal;
    }

    /** Whether the service may be called by a name. */
    boolean serves(String host) {
        if (!settings.allowedHosts().isEmpty()) {
            return settings.allowedHosts().stream()
                    .anyMatch(allowed -> allowed.toLowerCase(Locale.ROOT).equals(host));
        }
        return !isLocal || HostFilter.isLoopback(host);
    }

    /** Calls a second of one caller, 0 for no limit. */
    int rate() {
        return Objects.requireNonNullElse(settings.rateLimit(), isLocal ? 0 : DEFAULT_RATE);
    }
}
