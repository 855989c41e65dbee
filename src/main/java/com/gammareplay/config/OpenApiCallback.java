package com.gammareplay.config;

import com.gammareplay.webhooks.WebhookEvent;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.callbacks.Callback;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.JsonNode;

/** Describes the call that a client receives when its backtest has ended. */
final class OpenApiCallback implements OpenApiCustomizer {

    private static final String SUBMISSION = "submitBacktest";
    private static final String URL = "{$request.body#/callbackUrl}";

    private final JsonNode example;

    /** @param example an event */
    OpenApiCallback(JsonNode example) {
        this.example = example;
    }

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(WebhookEvent.class).forEach(api.getComponents()::addSchemas);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> SUBMISSION.equals(operation.getOperationId()))
                .forEach(operation -> operation.addCallback(
                        "backtestEnded", new Callback().addPathItem(URL, new PathItem().post(call()))));
    }

    private Operation call() {
        var content = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/WebhookEvent"))
                .example(OpenApiExamples.plain(example));
        return new Operation()
                .operationId("backtestEnded")
                .summary("The backtest has ended")
                .description(
                        "Sent by this service, signed by the Standard Webhooks specification, and again until it is "
                                + "answered with 2xx or 410.")
                .security(List.of())
                .parameters(List.of(
                        header("webhook-id", "The same each time the event is sent"),
                        header("webhook-timestamp", "When it was sent, seconds since 1970"),
                        header(
                                "webhook-signature",
                                "v1, and the HMAC-SHA256 in base64; several are separated by spaces")))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", content)))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Taken"))
                        .addApiResponse("410", new ApiResponse().description("Not wanted any more"))
                        .addApiResponse("default", new ApiResponse().description("Not taken; it is sent again")));
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(new Schema<>().types(Set.of("string")));
    }
}
