package com.gammareplay.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call the service.
 *
 * @param apiKeys keys that are accepted, each as {@code name:scope:sha256}; with none only this machine is served
 * @param allowAnonymous serves other machines without keys too
 * @param allowedHosts names by which the service may be called; by default any with keys or on another address, and
 *     only those of this machine otherwise
 * @param corsOrigins origins whose pages may call the service from a browser
 * @param rateLimit calls a second of a key, or of an address without one, 0 for no limit; by default 100, or none if
 *     only this machine is served without keys
 */
@Validated
@ConfigurationProperties("gamma")
public record AccessSettings(
        @DefaultValue List<ApiKey> apiKeys,
        @DefaultValue("false") Boolean allowAnonymous,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = HOST,
                                message = "must be a name or an address, without scheme, port and wildcard")
                        String>
                allowedHosts,

        @DefaultValue List<String> corsOrigins,
        @Nullable @Min(0) @Max(1_000_000) Integer rateLimit) {

    private static final String HOST = "[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+]?";
}
