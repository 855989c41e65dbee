package com.gammareplay.config;

import com.gammareplay.api.conventions.AnyTagFilter;
import com.gammareplay.api.conventions.KnownParameters;
import com.gammareplay.api.events.EventSettings;
import com.gammareplay.api.jobs.RejectionFilter;
import com.gammareplay.api.problems.BareErrorFilter;
import com.gammareplay.api.problems.BodyLimitFilter;
import com.gammareplay.api.problems.ProblemWriter;
import com.gammareplay.api.problems.RequestIdFilter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The web server's limits, and the form of its own errors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    /** First of all, so that whatever refuses a request knows its id. */
    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Outside of whatever refuses a request, so that refusals have the headers of all answers. */
    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
        var registration = new FilterRegistrationBean<>(new SecurityHeadersFilter(new SecurityHeaders()));
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Outside of what refuses submissions. */
    @Bean
    FilterRegistrationBean<RejectionFilter> rejectionFilter(MeterRegistry registry) {
        var registration = new FilterRegistrationBean<>(new RejectionFilter(registry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** Inside of what counts refused submissions, outside of what may refuse anything. */
    @Bean
    FilterRegistrationBean<BareErrorFilter> bareErrorFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BareErrorFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** Inside of what looks at the status of answers. */
    @Bean
    FilterRegistrationBean<AnyTagFilter> anyTagFilter() {
        var registration = new FilterRegistrationBean<>(new AnyTagFilter());
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(GammaSettings settings, ProblemWriter problems) {
        return new BodyLimitFilter(settings.maxBody().toBytes(), problems);
    }

    /** On all calls of the API, so that none ignores what it does not know. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    /** Until there is a page of our own, that of the API. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/swagger-ui.html");
    }

    /** Generated clients name nothing but problems where success has no body, or one that is no JSON. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        var header = new HeaderContentNegotiationStrategy();
        configurer.strategies(List.of(request -> {
            var types = header.resolveMediaTypes(request);
            return types.equals(List.of(MediaType.APPLICATION_PROBLEM_JSON))
                    ? ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST
                    : types;
        }));
    }

    /** The home folder may be the only one that can be written. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> homeOfTomcat(GammaHome home) {
        var folder = home.folder("tomcat").toFile();
        return factory -> {
            factory.setBaseDirectory(folder);
            factory.setDocumentRoot(folder);
        };
    }

    /** Requests that Tomcat cannot read never come to a controller. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(JsonMapper mapper) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(mapper, new SecurityHeaders())));
    }
}
