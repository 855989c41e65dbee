package com.gammareplay.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognizes the key of a request; one with a wrong key goes on as if it had none, and is remembered as such. */
final class ApiKeyFilter extends OncePerRequestFilter {

    static final String WRONG_KEY = ApiKeyFilter.class.getName() + ".wrong";

    private static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    ApiKeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sent(request)
                .ifPresent(sent -> keys.find(sent)
                        .ifPresentOrElse(ApiKeyFilter::accept, () -> request.setAttribute(WRONG_KEY, true)));
        chain.doFilter(request, response);
    }

    private static Optional<String> sent(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return Optional.of(
                    authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                            ? authorization.substring(BEARER.length()).strip()
                            : "");
        }
        return Optional.ofNullable(request.getHeader(HEADER)).map(String::strip);
    }

    private static void accept(ApiKey key) {
        var authorities = AuthorityUtils.createAuthorityList(key.scope().label());
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(key.name(), "", authorities)));
    }
}
