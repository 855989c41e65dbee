package com.gammareplay.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.gammareplay.api.problems.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Adds to each operation its examples and its problems, which are kept together in one file. */
final class OpenApiExamples implements OpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String FORBIDDEN = "forbidden";

    /** What every call may be answered with, but for those that only look, which any key may do. */
    private static final List<String> ANYWHERE = List.of(
            "invalid-request", "unauthorized", FORBIDDEN, "host-not-allowed", "origin-not-allowed", "rate-limited");

    private final JsonNode examples;

    OpenApiExamples(JsonNode examples) {
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> complete(path, method == HttpMethod.GET, operation)));
    }

    private void complete(String path, boolean isLooking, Operation operation) {
        var known = examples.path(operation.getOperationId());
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(content -> content.setExample(plain(known.path("request"))));
        }
        operation.getResponses().forEach((status, response) -> complete(status, response, known));
        Stream.concat(ANYWHERE.stream(), known.path("problems").valueStream().map(JsonNode::asString))
                .filter(code -> !isLooking || !code.equals(FORBIDDEN))
                .collect(Collectors.groupingBy(this::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) -> operation
                        .getResponses()
                        .addApiResponse(String.valueOf(status.value()), problem(status, codes, path, known)));
    }

    private HttpStatus status(String code) {
        return HttpStatus.valueOf(problems().path(code).path("status").asInt());
    }

    private JsonNode problems() {
        return examples.path("problems");
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

    private ApiResponse problem(HttpStatus status, List<String> codes, String path, JsonNode known) {
        var content = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        codes.forEach(code -> content.addExamples(code, new Example().value(example(status, code, path, known))));
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

    private Map<String, Object> example(HttpStatus status, String code, String path, JsonNode known) {
        var problem = problems().path(code);
        var mistake = known.has("mistake") ? known.path("mistake") : problem.path("mistake");
        var noun = known.path("noun").asString(path.split("/", -1)[3].replaceFirst("s$", ""));
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:gamma-replay:problem:" + code);
        example.put("title", status.getReasonPhrase());
        example.put("status", status.value());
        example.put("detail", problem.path("detail").asString().replace("{noun}", noun));
        example.put("instance", path);
        example.put("code", code);
        example.put("errors", problem.has("mistake") ? List.of(plain(mistake)) : List.of());
        example.put("requestId", "6f1d3c52-6bd1-4a3e-9d0e-0b4c8d0f7c11");
        return example;
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
