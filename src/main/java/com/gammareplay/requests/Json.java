package com.gammareplay.requests;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as requests have it: read strictly, written with fields in their order. */
final class Json {

    /** Amounts keep the decimals with which they were written. */
    static final JsonMapper EXACT = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Most objects and lists within each other. */
    static final int MAX_DEPTH = 32;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads an object.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException if it is no object
     */
    static JsonNode object(byte[] json) {
        JsonNode tree;
        try {
            tree = STRICT.readTree(text(json));
        } catch (CharacterCodingException e) {
            throw MalformedJsonException.of(e);
        } catch (JacksonException e) {
            throw MalformedJsonException.of(e);
        } catch (NumberFormatException e) {
            throw MalformedJsonException.of(e);
        }
        if (!tree.isObject()) {
            throw new InvalidRequestException(
                    List.of(new InvalidRequestException.Problem("", "must be a JSON object")));
        }
        return tree;
    }

    /** The parser would guess the encoding of bytes, and takes forms of characters that UTF-8 forbids. */
    private static String text(byte[] json) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }
}
