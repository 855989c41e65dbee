package com.gammareplay.access;

import com.gammareplay.api.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses pages of other origins with a problem. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private final ProblemWriter problems;

    ProblemCorsProcessor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var accepted = super.processRequest(config, request, response);
        if (!accepted) {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "origin-not-allowed",
                    "Pages of other origins may not call this service.");
        }
        return accepted;
    }

    /** The problem is written once the processor has said no. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
}
