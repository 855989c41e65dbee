package com.gammareplay.requests;

import com.gammareplay.parameters.NearestName;
import com.gammareplay.parameters.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the fields of a JSON object one by one, and notes those that are not what they must be, at most a hundred. */
final class JsonFields {

    private static final int MAX_LABEL = 200;
    private static final int MAX_TAG = 50;
    private static final int MAX_TAGS = 20;

    private static final List<String> PARAMETER_HOMES = List.of("parameters", "grid");

    private final JsonNode object;
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems = new Problems();
    private final PlainJson plain = new PlainJson(problems);

    JsonFields(JsonNode object) {
        this.object = object;
    }

    /** The fields of a body, which must be a JSON object. */
    static JsonFields of(byte[] json) {
        return new JsonFields(Json.object(json));
    }

    @Nullable
    String text(String name) {
        var node = take(name);
        return node == null ? null : text(node, "/" + name);
    }

    @Nullable
    List<@Nullable String> texts(String name) {
        var node = take(name);
        return node == null ? null : each(node, "/" + name, "a list of texts", this::text);
    }

    @Nullable
    BigDecimal number(String name) {
        var node = take(name);
        return node == null ? null : number(node, "/" + name);
    }

    /** False if it is not given. */
    boolean flag(String name) {
        var node = take(name);
        if (node != null && !node.isBoolean()) {
            problems.add("/" + name, "must be true or false");
        }
        return node != null && node.asBoolean(false);
    }

    /** Numbers in their order, null where there is something else; none if they are not given. */
    List<@Nullable BigDecimal> numbers(String name) {
        var node = take(name);
        return node == null ? List.of() : each(node, "/" + name, "a list of numbers", this::number);
    }

    /** An object that is read by fields of its own; null if it is none or not given. */
    @Nullable
    JsonNode object(String name) {
        var node = take(name);
        if (node != null && !node.isObject()) {
            problems.add("/" + name, "must be an object");
            return null;
        }
        return node;
    }

    /** An object of plain values: numbers, texts, booleans, lists, maps, null. */
    @Nullable
    Map<String, @Nullable Object> values(String name) {
        var node = take(name);
        if (node == null) {
            return null;
        }
        if (node.isObject()) {
            return plain.map(node, "/" + name);
        }
        problems.add("/" + name, "must be an object of parameter names and values");
        return null;
    }

    @Nullable
    String label() {
        var text = text("label");
        if (text != null) {
            problems.requireReadable("/label", text, MAX_LABEL);
        }
        return text;
    }

    @Nullable
    List<String> tags() {
        var node = take("tags");
        if (node == null) {
            return null;
        }
        var tags = each(node, "/tags", "a list of texts", this::tag);
        if (tags.size() > MAX_TAGS) {
            problems.add("/tags", "must have at most " + MAX_TAGS + " elements, had " + tags.size());
        }
        return tags.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** Ends the reading with all that is wrong: any field that was not taken is unknown. */
    Problems problems() {
        for (var name : object.propertyNames()) {
            if (!known.contains(name) && !problems.isFull()) {
                problems.add("/" + Problems.escaped(name), "unknown field" + hint(name));
            }
        }
        return problems;
    }

    /** What is no field here may be one of an object within. */
    private String hint(String name) {
        var near = NearestName.hint(name, known);
        if (!near.isEmpty()) {
            return near;
        }
        if (known.contains("base") && RawRequest.mistakenParameter(name).isPresent()) {
            return ", did you mean base/" + name + "?";
        }
        return PARAMETER_HOMES.stream()
                .filter(known::contains)
                .flatMap(home -> NearestName.of(name, Parameters.names()).map(found -> home + "/" + found).stream())
                .findFirst()
                .map(found -> ", did you mean " + found + "?")
                .orElse("");
    }

    private @Nullable JsonNode take(String name) {
        known.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private @Nullable BigDecimal number(JsonNode node, String pointer) {
        if (node.isNumber() && PlainJson.isFinite(node)) {
            return node.decimalValue();
        }
        problems.add(pointer, "must be a finite number");
        return null;
    }

    private @Nullable String text(JsonNode node, String pointer) {
        if (node.isString()) {
            return node.stringValue();
        }
        problems.add(pointer, "must be a text");
        return null;
    }

    private @Nullable String tag(JsonNode node, String pointer) {
        var text = text(node, pointer);
        if (text != null) {
            problems.requireReadable(pointer, text, MAX_TAG);
            if (text.isBlank()) {
                problems.add(pointer, "must not be blank");
            }
        }
        return text;
    }

    private interface Element<T> {
        @Nullable
        T read(JsonNode node, String pointer);
    }

    private <T> List<@Nullable T> each(JsonNode node, String pointer, String what, Element<T> element) {
        var read = new ArrayList<@Nullable T>();
        if (!node.isArray()) {
            problems.add(pointer, "must be " + what);
        }
        for (var part : node.isArray() ? node : List.<JsonNode>of()) {
            read.add(element.read(part, pointer + "/" + read.size()));
        }
        return read;
    }
}
