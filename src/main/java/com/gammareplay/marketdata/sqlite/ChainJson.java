package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.MarketSnapshot.Contract;
import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.model.Right;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A chain as the recorder writes it: an array of contracts with prices in dollars. */
final class ChainJson {

    private final JsonFactory factory = new JsonFactory();

    String of(List<Contract> chain) {
        var text = new StringWriter(200 * chain.size());
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            chain.forEach(contract -> write(contract, json));
            json.writeEndArray();
        }
        return text.toString();
    }

    static String name(Right right) {
        return switch (right) {
            case CALL -> "call";
            case PUT -> "put";
        };
    }

    private static void write(Contract contract, JsonGenerator json) {
        var quote = contract.quote();
        json.writeStartObject();
        json.writeNumberProperty("strike", (double) quote.strike());
        json.writeStringProperty("option_type", name(quote.right()));
        json.writeNumberProperty("bid", quote.bid() / 100.0);
        json.writeNumberProperty("ask", quote.ask() / 100.0);
        if (quote.last() == null) {
            json.writeNullProperty("last");
        } else {
            json.writeNumberProperty("last", quote.last() / 100.0);
        }
        json.writeNumberProperty("open_interest", quote.openInterest());
        json.writeNumberProperty("volume", quote.volume());
        write(contract.greeks(), json);
        json.writeEndObject();
    }

    private static void write(Greeks greeks, JsonGenerator json) {
        json.writeObjectPropertyStart("greeks");
        json.writeNumberProperty("delta", greeks.delta());
        json.writeNumberProperty("gamma", greeks.gamma());
        json.writeNumberProperty("theta", greeks.theta());
        json.writeNumberProperty("vega", greeks.vega());
        json.writeEndObject();
    }
}
