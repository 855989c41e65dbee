package com.gammareplay.config;

import com.gammareplay.api.conventions.RawJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig().replaceWithClass(RawJson.class, Map.class);
        return new OpenAPI()
                .info(new Info()
                        .title("gamma-replay")
                        .version("1")
                        .description("Replays recorded 0DTE option markets through the trading bot's own decision code,"
                                + " as jobs.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key with scope read (GET) or run (everything)"))
                        .addSecuritySchemes(
                                API_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description("The same key in a header of its own")))
                .security(List.of(
                        new SecurityRequirement().addList(BEARER),
                        new SecurityRequirement().addList(API_KEY),
                        // A service without keys, which serves its own machine only, needs none.
                        new SecurityRequirement()))
                // Without a server of its own the description would name the port it was asked at.
                .servers(List.of(new Server().url("/").description("This service")));
    }

    @Bean
    @Order(0)
    OpenApiCustomizer examples() throws IOException {
        return new OpenApiExamples(read());
    }

    @Bean
    @Order(1)
    OpenApiCustomizer callback() throws IOException {
        return new OpenApiCallback(read().path("backtestEnded").path("request"));
    }

    @Bean
    @Order(2)
    OpenApiCustomizer downloads() {
        return new OpenApiDownloads();
    }

    private static JsonNode read() throws IOException {
        try (var examples = new ClassPathResource("openapi/examples.json").getInputStream()) {
            return new JsonMapper().readTree(examples);
        }
    }

    /** After the examples, which bring the schema of problems. */
    @Bean
    @Order
    OpenApiCustomizer schemas() {
        return new OpenApiSchemas();
    }
}
