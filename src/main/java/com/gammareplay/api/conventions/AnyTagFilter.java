package com.gammareplay.api.conventions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 304 to who has some form of what exists ({@code If-None-Match: *}): Spring compares tags, and only if there are. */
public final class AnyTagFilter extends OncePerRequestFilter {

    private static final String STREAMS = "/events";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var isLooking = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return !isLooking
                || !"*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                || request.getRequestURI().endsWith(STREAMS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var unsent = new Unsent(response);
        chain.doFilter(request, unsent);
        if (unsent.isSuccess()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
    }

    /** Sends nothing of a success, and everything of a problem. */
    private static final class Unsent extends HttpServletResponseWrapper {

        Unsent(HttpServletResponse response) {
            super(response);
        }

        boolean isSuccess() {
            return getStatus() == HttpServletResponse.SC_OK;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!isSuccess()) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return isSuccess() ? new Nowhere() : super.getOutputStream();
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int value) {}

        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("it is written to at once");
        }
    }
}
