package com.gammareplay.marketdata.tradier;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketSnapshot.Contract;
import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the options of an index that expire on a date and are settled by its close; what else comes is counted. */
final class ContractReader {

    private final Index index;
    private final LocalDate expiration;
    private final FeedCounts counts;
    private final Numbers numbers;

    ContractReader(Index index, LocalDate expiration, FeedCounts counts) {
        this.index = index;
        this.expiration = expiration;
        this.counts = counts;
        this.numbers = new Numbers(counts);
    }

    /** The rows of the contracts, in their order; of several of one contract the last. */
    Map<OptionContract, JsonNode> rows(List<JsonNode> rows) {
        var wanted = new LinkedHashMap<OptionContract, JsonNode>();
        for (var row : rows) {
            contract(row).ifPresent(contract -> {
                if (wanted.put(contract, row) != null) {
                    counts.add("duplicateContracts");
                }
            });
        }
        return wanted;
    }

    private Optional<OptionContract> contract(JsonNode row) {
        var symbol = OptionSymbol.parse(Rows.text(row, "symbol")).orElse(null);
        if (symbol == null) {
            return leftOut("badSymbols");
        }
        if (!symbol.root().equals(OptionSymbol.root(index))) {
            return leftOut("otherRoots");
        }
        if (!symbol.expiration().equals(expiration)) {
            return leftOut("otherExpirations");
        }
        return symbol.contract().or(() -> leftOut("fractionalStrikes"));
    }

    private Optional<OptionContract> leftOut(String reason) {
        counts.add(reason);
        return Optional.empty();
    }

    /** A contract of a chain. */
    Contract chained(OptionContract contract, JsonNode row) {
        return new Contract(quote(contract, row), greeks(row.path("greeks")));
    }

    /** What the market shows of a contract. */
    ContractQuote quote(OptionContract contract, JsonNode row) {
        return new ContractQuote(
                contract.strike(),
                contract.right(),
                numbers.cents(row.path("bid")),
                numbers.cents(row.path("ask")),
                numbers.cents(row.path("last")),
                numbers.count(row.path("volume")),
                numbers.count(row.path("open_interest")));
    }

    private @Nullable Greeks greeks(JsonNode greeks) {
        return greeks.isObject()
                ? new Greeks(
                        numbers.number(greeks.path("delta")),
                        numbers.number(greeks.path("gamma")),
                        numbers.number(greeks.path("theta")),
                        numbers.number(greeks.path("vega")))
                : null;
    }
}
