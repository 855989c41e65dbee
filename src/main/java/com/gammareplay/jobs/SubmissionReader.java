package com.gammareplay.jobs;

import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.RawRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads submissions from JSON: strict about types, names and duplicates. Thread-safe. */
public final class SubmissionReader {

    private static final int MAX_DEPTH = 32;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Reads a submission; what its replay request means is not looked at.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException if it is no object
     */
    public Submission read(byte[] json) {
        return read(tree(json));
    }

    Submission read(JsonNode json) {
        var fields = new JsonFields(json);
        var request = request(fields);
        var label = fields.label("label");
        var tags = new Tags(fields.tags("tags"));
        var callbackUrl = fields.text("callbackUrl");
        return new Submission(
                request, label, tags, callbackUrl == null ? null : new CallbackUrl(callbackUrl), fields.problems());
    }

    private static RawRequest request(JsonFields fields) {
        return new RawRequest(
                fields.text("dataset"),
                fields.text("databaseZone"),
                fields.texts("indices"),
                fields.text("from"),
                fields.text("to"),
                fields.text("preset"),
                fields.values("parameters"),
                fields.number("startingBalance"),
                fields.number("requireCoverage"));
    }

    /** A JSON object. */
    JsonNode tree(byte[] json) {
        try {
            var tree = mapper.readTree(text(json));
            if (!tree.isObject()) {
                throw new InvalidRequestException(
                        List.of(new InvalidRequestException.Problem("", "must be a JSON object")));
            }
            return tree;
        } catch (CharacterCodingException e) {
            throw MalformedJsonException.of(e);
        } catch (JacksonException e) {
            throw MalformedJsonException.of(e);
        } catch (NumberFormatException e) {
            throw MalformedJsonException.of(e);
        }
    }

    /** The parser would guess the encoding of bytes, and takes forms of characters that UTF-8 forbids. */
    private static String text(byte[] json) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }
}
