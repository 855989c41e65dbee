package com.gammareplay.config;

import com.gammareplay.api.BodyLimitFilter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The web server's limits, and the form of its own errors. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    BodyLimitFilter bodyLimitFilter(GammaSettings settings, JsonMapper mapper) {
        return new BodyLimitFilter(settings.maxBody().toBytes(), mapper);
    }

    /** Requests that Tomcat cannot read never come to a controller. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(JsonMapper mapper) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(mapper)));
    }
}
