package com.gammareplay.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to do about a key that cannot be used, before Spring Boot shows its setting: it may be the key itself. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidApiKeyAnalyzer extends AbstractFailureAnalyzer<InvalidApiKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidApiKeyException cause) {
        return new FailureAnalysis(
                "GAMMA_API_KEYS cannot be used: " + cause.getMessage() + ".",
                "Make a key by the command key --name NAME --scope read, and set GAMMA_API_KEYS to the setting that it"
                        + " prints for the service.",
                cause);
    }
}
