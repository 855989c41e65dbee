package com.gammareplay.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the broker. Shows its token to nobody.
 *
 * @param token by which the broker knows us; without it there are no live markets
 * @param url of its API
 */
@ConfigurationProperties("gamma.tradier")
record BrokerSettings(
        @Nullable String token,
        @DefaultValue("https://api.tradier.com") URI url) {

    BrokerSettings {
        token = token == null || token.isBlank() ? null : token.strip();
    }

    @Override
    public String toString() {
        return "BrokerSettings[url=" + url + "]";
    }
}
