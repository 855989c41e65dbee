package com.gammareplay.access;

import com.gammareplay.api.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What Spring Security refuses, as problems. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String CHALLENGE = "Bearer realm=\"gamma-replay\"";

    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    /** No key, or a wrong one. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
            throws IOException {
        var wrong = request.getAttribute(ApiKeyFilter.WRONG_KEY) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, wrong ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                wrong ? "The key is not known." : "A key is needed, as Authorization: Bearer KEY or as X-API-Key.");
    }

    /** A key that may not do this. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\", scope=\"run\"");
        problems.write(
                request, response, HttpStatus.FORBIDDEN, "forbidden", "The key may only read; this needs scope run.");
    }

    /** A path or header that is written to deceive. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, RequestRejectedException requestRejectedException)
            throws IOException {
        problems.write(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The path or a header has characters that are not allowed.");
    }
}
