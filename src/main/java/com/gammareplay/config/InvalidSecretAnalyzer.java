package com.gammareplay.config;

import com.gammareplay.webhooks.InvalidSecretException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a secret that cannot be used, without showing it. */
final class InvalidSecretAnalyzer extends AbstractFailureAnalyzer<InvalidSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSecretException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Make one with: echo \"whsec_$(openssl rand -base64 32)\", and set GAMMA_WEBHOOKS_SECRET to it.",
                cause);
    }
}
