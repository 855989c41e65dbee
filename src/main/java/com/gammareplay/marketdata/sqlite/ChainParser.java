package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a recorded option chain: a JSON array of contracts with strike, type, open interest and greeks. */
final class ChainParser {

    // The recorder is a Python program: its JSON can hold NaN and Infinity, which then count as missing.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final double MOST = 1e15;

    private ChainParser() {}

    /** The chain of a text, empty if it is no JSON array; entries without strike or type are left out and counted. */
    static Optional<OptionChain> parse(@Nullable String text, CoverageCounter counter) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var array = JSON.readTree(text);
            return array.isArray() ? Optional.of(chain(array, counter)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static OptionChain chain(JsonNode array, CoverageCounter counter) {
        var entries = new ArrayList<OptionChain.Entry>(array.size());
        for (var node : array) {
            entry(node).ifPresent(entries::add);
        }
        counter.badChainEntries(array.size() - entries.size());
        return new OptionChain(entries);
    }

    private static Optional<OptionChain.Entry> entry(JsonNode node) {
        var strike = node.path("strike");
        var right = right(node.path("option_type"));
        if (!strike.isNumber() || !Cells.isStrike(strike.doubleValue()) || right == null) {
            return Optional.empty();
        }
        return Optional.of(new OptionChain.Entry(
                strike.doubleValue(),
                right,
                numberOrZero(node.path("greeks").path("gamma")),
                numberOrZero(node.path("open_interest"))));
    }

    private static @Nullable Right right(JsonNode type) {
        var text = type.isString() ? type.stringValue() : "";
        if (text.equalsIgnoreCase("call")) {
            return Right.CALL;
        }
        return text.equalsIgnoreCase("put") ? Right.PUT : null;
    }

    /** Zero also for numbers so large that products of them would not be finite. */
    private static double numberOrZero(JsonNode node) {
        return node.isNumber() && Math.abs(node.doubleValue()) < MOST ? node.doubleValue() : 0;
    }
}
