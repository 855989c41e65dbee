package com.gammareplay.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the service does not start when its folder is not to be had. */
final class HomeUnavailableAnalyzer extends AbstractFailureAnalyzer<HomeUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HomeUnavailableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set GAMMA_HOME to a folder that this user can write to and that no other gamma-replay uses.",
                cause);
    }
}
