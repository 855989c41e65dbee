package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.MarketSnapshot.Contract;
import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.model.Right;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        write("bid", dollars(quote.bid()), json);
        write("ask", dollars(quote.ask()), json);
        write("last", dollars(quote.last()), json);
        write("open_interest", quote.openInterest(), json);
        write("volume", quote.volume(), json);
        var greeks = contract.greeks();
        if (greeks == null) {
            json.writeNullProperty("greeks");
        } else {
            write(greeks, json);
        }
        json.writeEndObject();
    }

    private static void write(Greeks greeks, JsonGenerator json) {
        json.writeObjectPropertyStart("greeks");
        write("delta", greeks.delta(), json);
        write("gamma", greeks.gamma(), json);
        write("theta", greeks.theta(), json);
        write("vega", greeks.vega(), json);
        json.writeEndObject();
    }

    private static void write(String name, @Nullable Number value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNullProperty(name);
            case Integer number -> json.writeNumberProperty(name, number.intValue());
            default -> json.writeNumberProperty(name, value.doubleValue());
        }
    }

    /** Cents as recorders write them. */
    static @Nullable Double dollars(@Nullable Integer cents) {
        return cents == null ? null : (Double) (cents / 100.0);
    }
}
