package com.gammareplay.access;

import com.gammareplay.api.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves only requests that were meant for this host. A web page can have its own name lead to this machine; its
 * requests then come from here, but still carry that name.
 */
final class HostFilter extends OncePerRequestFilter {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");

    private final Predicate<String> served;
    private final ProblemWriter problems;

    /** A filter by the name in the header Host, in lower case and without a port. */
    HostFilter(Predicate<String> served, ProblemWriter problems) {
        this.served = served;
        this.problems = problems;
    }

    /** True for a name that can only mean the caller's own machine. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Probes call by an address, and learn nothing but whether the service lives. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (served.test(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "host-not-allowed",
                    "The header Host names another host than this service is to be called by;"
                            + " more are allowed by GAMMA_ALLOWED_HOSTS.");
        }
    }
}
