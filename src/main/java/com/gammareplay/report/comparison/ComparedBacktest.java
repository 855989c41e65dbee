package com.gammareplay.report.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a backtest. Each document is read once, from its beginning.
 *
 * @param request the effective one
 * @param headline null of a version that kept none
 */
public record ComparedBacktest(
        String request, @Nullable String headline, InputStream result, InputStream decisions, InputStream trades)
        implements AutoCloseable {

    String headlineOrNone() {
        return Objects.requireNonNullElse(headline, "{}");
    }

    @Override
    public void close() throws IOException {
        try (result;
                decisions;
                trades) {
            // All are closed, whatever becomes of the others.
        }
    }
}
