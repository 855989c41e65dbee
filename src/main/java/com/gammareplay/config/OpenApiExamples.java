package com.gammareplay.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.gammareplay.api.problems.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Adds to each operation its examples and its problems, which are kept together in one file. */
final class OpenApiExamples implements OpenApiCustomizer {

    private static final String JSON = "application/json";

    /** What every call may be answered with: a query it does not have, no key, one that may not do this, or too many calls. */
    private static final Set<Integer> ANYWHERE = Set.of(400, 401, 403, 429);

    private final JsonNode examples;

    OpenApiExamples(JsonNode examples) {
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
    }

    private void complete(String path, Operation operation) {
        var known = examples.path(operation.getOperationId());
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(content -> content.setExample(plain(known.path("request"))));
        }
        operation.getResponses().forEach((status, response) -> complete(status, response, known));
        Stream.concat(known.path("problems").valueStream().map(JsonNode::intValue), ANYWHERE.stream())
                .sorted()
                .map(HttpStatus::valueOf)
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(String.valueOf(status.value()), problem(status, code(status, known), path)));
    }

    private static void complete(String status, ApiResponse response, JsonNode known) {
        if (response.getContent() == null) {
            return;
        }
        response.getContent().replaceAll((type, shared) -> { // by all types of the answer
            var content = new MediaType();
            return type.equals(JSON)
                    ? content.schema(shared.getSchema())
                            .example(plain(known.path("responses").path(status)))
                    : content.schema(
                                    new Schema<>().types(Set.of("string")).format("binary")) // clients keep it as it is
                            .example(known.path(type).asString());
        });
    }

    private static ApiResponse problem(HttpStatus status, String code, String path) {
        var content = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                .example(example(status, code, path));
        var response = new ApiResponse();
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds to wait before the next try")
                            .schema(new Schema<>().types(Set.of("integer"))));
        }
        return response.description(status.getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", content));
    }

    private static Map<String, Object> example(HttpStatus status, String code, String path) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:gamma-replay:problem:" + code);
        example.put("title", status.getReasonPhrase());
        example.put("status", status.value());
        example.put("detail", status.getReasonPhrase() + ".");
        example.put("instance", path);
        example.put("code", code);
        example.put("errors", List.of());
        example.put("requestId", "6f1d3c52-6bd1-4a3e-9d0e-0b4c8d0f7c11");
        return example;
    }

    /** The code of the problem that is shown: the one that is the operation's own, if it has one. */
    private static String code(HttpStatus status, JsonNode known) {
        return known.path("codes").path(String.valueOf(status.value())).asString(code(status));
    }

    private static String code(HttpStatus status) {
        return switch (status.value()) {
            case 400 -> "invalid-request";
            case 429 -> "rate-limited";
            case 503 -> "storage-unavailable";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        };
    }

    /** The description's library has a JSON model of its own. */
    static Object plain(JsonNode json) {
        try {
            return Json31.mapper().readTree(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + json, e);
        }
    }
}
