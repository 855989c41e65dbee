package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a recorded option chain: a JSON array of contracts with strike, type, open interest and greeks. */
final class ChainParser {

    /** So many are read in no time; with more of them the whole chain is unreadable. */
    private static final int MOST_DIGITS = 10_000;

    // The recorder is a Python program: its JSON can hold NaN and Infinity.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(MOST_DIGITS)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Products of numbers so large would not be finite. */
    private static final double MOST = 1e15;

    private ChainParser() {}

    /** The chain of a text, empty if it is no JSON array; entries that cannot be are left out and counted. */
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
        var strike = number(node.path("strike"));
        var right = right(node.path("option_type"));
        var gamma = numberOrZero(node.path("greeks").path("gamma"));
        var openInterest = numberOrZero(node.path("open_interest"));
        if (!Cells.isStrike(strike) || right == null || Math.max(Math.abs(gamma), Math.abs(openInterest)) >= MOST) {
            return Optional.empty();
        }
        return Optional.of(new OptionChain.Entry(strike, right, gamma, openInterest));
    }

    private static @Nullable Right right(JsonNode type) {
        var text = type.isString() ? type.stringValue() : "";
        if (text.equalsIgnoreCase("call")) {
            return Right.CALL;
        }
        return text.equalsIgnoreCase("put") ? Right.PUT : null;
    }

    private static double numberOrZero(JsonNode node) {
        var number = number(node);
        return Double.isNaN(number) ? 0 : number;
    }

    /** NaN if it is no number, infinite if no double is as large. */
    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue(Double.POSITIVE_INFINITY) : Double.NaN;
    }
}
