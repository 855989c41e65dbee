package com.gammareplay.access;

import com.gammareplay.api.problems.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Who is served. Nothing is kept between requests: no session, no cookie, so no token against forged forms either. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    /** What can be seen without a key: whether the service lives, and how to use it. */
    private static final String[] PUBLIC = {
        "/",
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**"
    };

    @Bean
    Access access(AccessSettings settings, ServerProperties server) {
        return Access.of(settings, server);
    }

    /** Calls are measured as a whole; to measure each filter too would cost more than most filters do. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter problems) {
        return new SecurityProblems(problems);
    }

    /** Unknown methods are for the controllers to refuse, as any method that a path does not have. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Access access,
            ReplicaCount replicas,
            ProblemWriter problems,
            SecurityProblems security) {
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(security).accessDeniedHandler(security))
                .addFilterBefore(new HostFilter(access::serves, problems), CorsFilter.class)
                .addFilter(corsFilter(access.settings().corsOrigins(), problems))
                .addFilterBefore(new ApiKeyFilter(access.keys()), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> authorize(requests, access));
        if (access.rate() > 0) {
            var limiter = new RateLimiter(() -> Math.ceilDiv(access.rate(), replicas.get()), System::nanoTime);
            http.addFilterBefore(new RateLimitFilter(limiter, problems), AuthorizationFilter.class);
        }
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Access access) {
        if (access.keys().isEmpty()) {
            requests.anyRequest().permitAll();
            return;
        }
        var read = Scope.READ.label();
        var run = Scope.RUN.label();
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/**")
                .hasAnyAuthority(read, run)
                .requestMatchers(HttpMethod.HEAD, "/**")
                .hasAnyAuthority(read, run)
                .requestMatchers(HttpMethod.OPTIONS, "/**")
                .hasAnyAuthority(read, run)
                .anyRequest()
                .hasAuthority(run);
    }

    /** Pages of other origins are refused even where a browser would send their request without asking first. */
    private static CorsFilter corsFilter(List<String> origins, ProblemWriter problems) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
        configuration.setAllowedHeaders(List.of("*"));
        configuration.setExposedHeaders(
                List.of("ETag", "Location", "Retry-After", "X-Request-Id", "Idempotent-Replayed"));
        var filter = new CorsFilter(_ -> configuration);
        filter.setCorsProcessor(new ProblemCorsProcessor(problems));
        return filter;
    }
}
