package com.gammareplay.config;

import com.gammareplay.access.ApiKeys;
import com.gammareplay.api.security.HostFilter;
import java.util.Locale;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * What follows from the settings together.
 *
 * @param keys those that are accepted; with none every caller may do everything
 * @param isLocal true if only this machine is served, without keys
 */
record Access(AccessSettings settings, ApiKeys keys, boolean isLocal) {

    /**
     * Puts the settings together.
     *
     * @throws StartRefusedException if other machines would be served without keys
     */
    static Access of(AccessSettings settings, ServerProperties server) {
        var keys = settings.keys();
        var address = server.getAddress();
        var isLoopback = address != null && address.isLoopbackAddress();
        if (keys.isEmpty() && !isLoopback && !settings.allowAnonymous()) {
            throw new StartRefusedException(
                    "Without API keys the service is not started on the address "
                            + (address == null ? "0.0.0.0" : address.getHostAddress())
                            + ", where other machines can call it.",
                    "Set GAMMA_API_KEYS (the command key makes one), or SERVER_ADDRESS=127.0.0.1,"
                            + " or GAMMA_ALLOW_ANONYMOUS=true to serve everybody.");
        }
        return new Access(settings, keys, keys.isEmpty() && isLoopback);
    }

    /** True if whoever can reach the service may do everything, from other machines too. */
    boolean isOpenToAll() {
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
        return settings.rate(isLocal);
    }
}
