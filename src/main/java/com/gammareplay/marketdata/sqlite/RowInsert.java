package com.gammareplay.marketdata.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds rows to one table, many with one statement: each statement costs the table's row counter a look-up and an update. */
final class RowInsert implements AutoCloseable {

    private static final int GROUP = 50;

    private final PreparedStatement one;
    private final PreparedStatement group;
    private final int width;
    private final List<@Nullable Object> pending = new ArrayList<>();

    RowInsert(Connection connection, RecorderTable table) throws SQLException {
        this.width = table.writtenColumns().size();
        this.one = connection.prepareStatement(table.insertion(1));
        this.group = connection.prepareStatement(table.insertion(GROUP));
    }

    void add(String timestamp, String index, @Nullable Object... values) {
        pending.add(timestamp);
        pending.add(index);
        for (var value : values) {
            pending.add(value);
        }
    }

    /** Writes the rows added since the last time. */
    void flush() throws SQLException {
        var done = 0;
        while (done < pending.size()) {
            var isGroup = pending.size() - done >= GROUP * width;
            done = isGroup ? execute(group, done, GROUP * width) : execute(one, done, width);
        }
        pending.clear();
    }

    private int execute(PreparedStatement statement, int from, int count) throws SQLException {
        for (var i = 0; i < count; i++) {
            statement.setObject(i + 1, pending.get(from + i));
        }
        statement.executeUpdate();
        return from + count;
    }

    @Override
    public void close() throws SQLException {
        one.close();
        group.close();
    }
}
