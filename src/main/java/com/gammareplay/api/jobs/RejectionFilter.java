package com.gammareplay.api.jobs;

import com.gammareplay.api.problems.Problem;
import com.gammareplay.api.problems.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the submissions that were refused, by the code of the problem they were answered with. */
public final class RejectionFilter extends OncePerRequestFilter {

    private final MeterRegistry registry;

    /** A filter that counts in a registry. */
    public RejectionFilter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= 400) {
            Counter.builder("gamma.submissions.rejected")
                    .description("Submissions that were refused")
                    .tag("reason", reason(request, response))
                    .register(registry)
                    .increment();
        }
    }

    private static String reason(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(ProblemWriter.CODE) instanceof String code
                ? code
                : Problem.code(HttpStatusCode.valueOf(response.getStatus()));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !JobPaths.ALL.contains(request.getRequestURI());
    }
}
