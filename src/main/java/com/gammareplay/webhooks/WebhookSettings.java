package com.gammareplay.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of webhooks.
 *
 * @param secret what deliveries are signed with; without one no callback is accepted
 * @param allowHttp accepts callbacks without TLS
 * @param allowPrivate accepts callbacks to addresses that are not public
 * @param publicUrl where clients find this service, before the links of a delivery; without it they begin with a slash
 * @param retries how long to wait after each failed attempt; there is one attempt more than waits
 * @param connectTimeout longest time to connect to one address
 * @param timeout longest time of an attempt, everything included
 * @param concurrency most attempts at once; of one receiver at most four of them
 */
@Validated
@ConfigurationProperties("gamma.webhooks")
record WebhookSettings(
        @DefaultValue("") SecretSetting secret,
        @DefaultValue("false") Boolean allowHttp,
        @DefaultValue("false") Boolean allowPrivate,
        @Nullable URI publicUrl,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"}) @Size(max = 50)
        List<@DurationMin(millis = 1) Duration> retries,

        @DefaultValue("5s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("64") @Min(1) @Max(256) Integer concurrency) {

    /** The setting's text, which nothing shows: neither a message about settings nor a log. */
    record SecretSetting(String text) {

        public static SecretSetting of(String text) {
            return new SecretSetting(text);
        }

        @Override
        public String toString() {
            return "SecretSetting[…]";
        }
    }

    /** A path of this service as clients may call it. */
    String link(String path) {
        if (publicUrl == null) {
            return path;
        }
        var base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
