package com.gammareplay.access;

import com.gammareplay.api.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down a key that calls too often, and an address that calls too often without one. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final String PROBES = "/actuator/health";

    private final RateLimiter limiter;
    private final ProblemWriter problems;

    RateLimitFilter(RateLimiter limiter, ProblemWriter problems) {
        this.limiter = limiter;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limiter.take(client(request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(wait.get().plusSeconds(1).minusNanos(1).toSeconds()));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "rate-limited",
                "There are too many requests; the header Retry-After says when to call again.");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PROBES);
    }

    private static String client(HttpServletRequest request) {
        var caller = request.getUserPrincipal();
        return caller == null ? "address " + request.getRemoteAddr() : "key " + caller.getName();
    }
}
