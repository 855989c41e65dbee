package com.gammareplay.config;

import com.gammareplay.api.RawJson;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
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
import tools.jackson.databind.json.JsonMapper;

/** The description of the API. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

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
                // Without a server of its own the description would name the port it was asked at.
                .servers(List.of(new Server().url("/").description("This service")));
    }

    @Bean
    @Order(0)
    OpenApiCustomizer examples() throws IOException {
        try (var examples = new ClassPathResource("openapi/examples.json").getInputStream()) {
            return new OpenApiExamples(new JsonMapper().readTree(examples));
        }
    }

    /** After the examples, which bring the schema of problems. */
    @Bean
    @Order
    OpenApiCustomizer schemas() {
        return new OpenApiSchemas();
    }
}
