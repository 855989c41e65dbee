package com.gammareplay.config;

import java.util.List;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Tells browsers what they are told, also about errors of the server that no other filter has seen. */
final class SecurityHeadersFilter extends HeaderWriterFilter {

    SecurityHeadersFilter(SecurityHeaders headers) {
        super(List.of(headers));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
