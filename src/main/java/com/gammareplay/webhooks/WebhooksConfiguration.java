package com.gammareplay.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of webhooks together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhooksConfiguration {

    @Bean
    SigningSecrets signingSecrets(WebhookSettings settings) {
        return SigningSecrets.of(settings.secret().text());
    }

    @Bean
    CallbackRules callbackRules(SigningSecrets secrets, WebhookSettings settings) {
        return new CallbackRules(secrets, settings.allowHttp(), settings.allowPrivate());
    }

    @Bean
    HostResolver hostResolver() {
        return InetAddress::getAllByName;
    }

    @Bean
    WebhookSender webhookSender(
            HostResolver hosts, SigningSecrets secrets, WebhookSettings settings, InstantSource clock) {
        var resolver = new GuardedResolver(hosts, settings.allowPrivate());
        var http = WebhookClient.of(resolver, settings.connectTimeout(), settings.timeout());
        return new WebhookSender(http, secrets, settings.timeout(), clock);
    }

    @Bean
    DeliveryQueue deliveryQueue(
            DataSource database,
            DeliveryRows rows,
            CallbackRules rules,
            WebhookSender sender,
            SigningSecrets secrets,
            WebhookSettings settings,
            MeterRegistry registry,
            InstantSource clock) {
        var schedule = new RetrySchedule(settings.retries(), new SecureRandom());
        var deliverer = new Deliverer(rows, rules, sender, schedule, new WebhookMetrics(registry), clock);
        return new DeliveryQueue(database, deliverer, settings.concurrency(), !secrets.isEmpty());
    }
}
