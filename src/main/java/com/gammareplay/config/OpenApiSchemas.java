package com.gammareplay.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Says what holds for all answers, that every field but a few is there and some may be null, and for all requests, that
 * null is the same as leaving a field out; and puts the tags in order.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // so is the library's own model of schemas
final class OpenApiSchemas implements OpenApiCustomizer {

    private static final Set<String> REQUESTS = Set.of(
            "BacktestRequest",
            "SweepRequest",
            "WalkForwardRequest",
            "PaperSessionRequest",
            "ParityCheckRequest",
            "ComparisonRequest",
            "WhatIfRequest",
            "ReconciliationRequest");
    private static final Map<String, Set<String>> OPTIONAL =
            Map.of("Links", Set.of("deliveries"), "Decisions", Set.of("items", "next", "count", "counts"));

    @Override
    public void customise(OpenAPI api) {
        api.setTags(api.getTags().stream()
                .sorted(Comparator.comparing(Tag::getName))
                .toList());
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (REQUESTS.contains(name)) {
                allowNull(schema);
            } else if (schema.getProperties() != null) {
                complete(name, schema);
            }
        });
        // No annotation reaches the numbers of a list of lists.
        var map = Objects.requireNonNull(api.getComponents().getSchemas().get("HeatMap"));
        var cells = Objects.requireNonNull((Schema) map.getProperties().get("cells"));
        cells.getItems().getItems().addType("null");
    }

    /** Also so that generated clients leave out lists that nobody has set, instead of sending empty ones. */
    private static void allowNull(Schema request) {
        Map<String, Schema> properties = request.getProperties();
        var required = Objects.requireNonNullElse(request.getRequired(), List.of());
        properties.replaceAll((name, property) -> {
            if (!required.contains(name)) {
                property.addType("null");
            }
            return nullable(property);
        });
    }

    private static void complete(String name, Schema answer) {
        Map<String, Schema> properties = answer.getProperties();
        var required = new TreeSet<>(properties.keySet());
        required.removeAll(OPTIONAL.getOrDefault(name, Set.of()));
        answer.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
        properties.replaceAll((_, property) -> nullable(property));
    }

    /** A reference beside the type null would have to be both at once. */
    private static Schema nullable(Schema property) {
        if (property.get$ref() == null || property.getTypes() == null) {
            return property;
        }
        return new JsonSchema()
                .description(property.getDescription())
                .anyOf(List.of(new JsonSchema().$ref(property.get$ref()), new JsonSchema().types(Set.of("null"))));
    }
}
