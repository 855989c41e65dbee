package com.gammareplay.config;

import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.relational.core.dialect.AnsiDialect;

/** SQLite for Spring Data, which has no dialect for it; all queries are written by hand. */
final class SqliteDialect extends AnsiDialect implements JdbcDialect {

    @Override
    public JdbcArrayColumns getArraySupport() {
        return JdbcArrayColumns.unsupported();
    }
}
