package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("api-spec/openapi.yaml");

    private final Client client;

    @Autowired
    OpenApiTest(@LocalServerPort int port) {
        client = new Client(port);
    }

    /** With {@code -Dgamma.rewrite=true} the committed description is written anew, to be read as a difference. */
    @Test
    void the_committed_description_is_that_of_the_service() throws IOException {
        var served = client.get("/v3/api-docs.yaml").body();
        if (Boolean.getBoolean("gamma.rewrite")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void every_operation_is_described_with_examples_and_problems() {
        var incomplete = new ArrayList<String>();
        for (var path : client.json(client.get("/v3/api-docs")).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (!isComplete(operation.getValue())) {
                    incomplete.add(operation.getKey() + " " + path.getKey());
                }
            }
        }

        assertThat(incomplete).isEmpty();
    }

    @Test
    void each_form_of_an_answer_has_an_example_of_its_own() {
        var forms = client.json(client.get("/v3/api-docs"))
                .path("paths")
                .path("/api/v1/backtests/{id}/trades")
                .path("get")
                .at("/responses/200/content");

        assertThat(forms.path("application/json").path("example").path("items").isArray())
                .isTrue();
        assertThat(forms.path("application/json").path("schema").path("type").asString(""))
                .isNotEqualTo("string");
        assertThat(forms.path("text/csv").path("example").asString()).startsWith("number,");
        assertThat(forms.path("application/x-ndjson").path("example").asString())
                .startsWith("{");
    }

    @Test
    void every_reference_leads_somewhere() {
        var api = client.json(client.get("/v3/api-docs"));
        var references = api.findValuesAsString("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isObject())
                                .as(reference)
                                .isTrue());
    }

    private static boolean isComplete(JsonNode operation) {
        var responses = operation.path("responses");
        return operation.hasNonNull("summary")
                && operation.hasNonNull("description")
                && operation.path("parameters").valueStream().allMatch(parameter -> parameter.hasNonNull("description"))
                && operation.path("requestBody").path("content").valueStream().allMatch(OpenApiTest::hasExample)
                && responses
                        .valueStream()
                        .allMatch(response ->
                                response.path("content").valueStream().allMatch(OpenApiTest::hasExample))
                && responses
                        .valueStream()
                        .anyMatch(response -> response.path("content").has("application/problem+json"));
    }

    private static boolean hasExample(JsonNode content) {
        return (content.hasNonNull("example") || content.hasNonNull("examples")) && content.hasNonNull("schema");
    }

    @Test
    void the_page_of_the_description_is_served() {
        var page = client.get("/swagger-ui.html");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(client.get(page.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("swagger-ui");
    }
}
