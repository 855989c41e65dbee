package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.PriceColumns;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the index prices and VIX values of a table; of several rows of one instant the highest id stays. */
final class PriceReader {

    private final Map<Index, TreeMap<Long, PriceColumns.Row>> rows = new EnumMap<>(Index.class);

    /** Adds a row whose price and VIX stand in two columns; rows of an instant come by rising id. */
    void add(Index index, long instant, ResultSet row, int priceColumn, int vixColumn, CoverageCounter counter)
            throws SQLException {
        var price = number(row, priceColumn, counter);
        var vix = number(row, vixColumn, counter);
        rows.computeIfAbsent(index, _ -> new TreeMap<>())
                .put(instant, new PriceColumns.Row(instant, cents(price, counter), vix));
    }

    private static @Nullable Long cents(@Nullable Double price, CoverageCounter counter) {
        if (price == null || Cents.isPrice(price)) {
            return price == null ? null : (Long) Cents.of(price);
        }
        counter.badPrice();
        return null;
    }

    private static @Nullable Double number(ResultSet row, int column, CoverageCounter counter) throws SQLException {
        var number = Cells.number(row, column);
        if (number == null && !Cells.isNull(row, column)) {
            counter.badPrice();
        }
        return number;
    }

    PriceColumns columns(Index index) {
        return new PriceColumns(
                List.copyOf(rows.getOrDefault(index, new TreeMap<>()).values()));
    }
}
