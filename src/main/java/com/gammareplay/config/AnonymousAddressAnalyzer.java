package com.gammareplay.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a service that would be open to everybody. */
final class AnonymousAddressAnalyzer extends AbstractFailureAnalyzer<AnonymousAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AnonymousAddressException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set GAMMA_API_KEYS (the command key makes one), or SERVER_ADDRESS=127.0.0.1,"
                        + " or GAMMA_ALLOW_ANONYMOUS=true to serve everybody.",
                cause);
    }
}
