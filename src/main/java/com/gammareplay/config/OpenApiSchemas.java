package com.gammareplay.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says what holds for all answers, every field but one is there and some may be null, and puts the tags in order. */
@SuppressWarnings({"rawtypes", "unchecked"}) // so is the library's own model of schemas
final class OpenApiSchemas implements OpenApiCustomizer {

    private static final Set<String> REQUESTS = Set.of("BacktestRequest", "SweepRequest", "WalkForwardRequest");
    private static final Map<String, Set<String>> OPTIONAL = Map.of("Links", Set.of("deliveries"));

    @Override
    public void customise(OpenAPI api) {
        api.setTags(api.getTags().stream()
                .sorted(Comparator.comparing(Tag::getName))
                .toList());
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (!REQUESTS.contains(name) && schema.getProperties() != null) {
                complete(schema.getProperties(), schema);
                schema.getRequired().removeAll(OPTIONAL.getOrDefault(name, Set.of()));
            }
        });
    }

    private static void complete(Map<String, Schema> properties, Schema schema) {
        schema.setRequired(new ArrayList<>(new TreeSet<>(properties.keySet())));
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
