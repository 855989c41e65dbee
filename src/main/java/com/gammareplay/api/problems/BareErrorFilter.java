package com.gammareplay.api.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives errors that libraries answer with nothing but a status the form of all others. */
public final class BareErrorFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    /** A filter that answers through a writer of problems. */
    public BareErrorFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var status = HttpStatus.resolve(response.getStatus());
        if (status != null && status.isError() && !response.isCommitted() && response.getContentType() == null) {
            problems.write(request, response, status, Problem.code(status), status.getReasonPhrase() + ".");
        }
    }
}
