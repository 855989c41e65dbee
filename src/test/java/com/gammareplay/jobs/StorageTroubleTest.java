package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionSystemException;

class StorageTroubleTest {

    @TempDir
    private Path folder;

    private JdbcClient database(String options) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("some.db") + options));
    }

    @Test
    void a_database_that_can_only_be_read_is_trouble_and_a_wrong_statement_is_not() {
        var writable = database("");
        writable.sql("create table a (b)").update();

        var readOnly = catchThrowable(
                () -> database("?open_mode=1").sql("insert into a values (1)").update());
        var wrong = catchThrowable(
                () -> writable.sql("insert into nothing values (1)").update());

        assertThat(StorageTrouble.in(new IllegalStateException(readOnly))).isPresent();
        assertThat(StorageTrouble.in(wrong)).isEmpty();

        var rollback = new TransactionSystemException("no transaction to roll back", wrong);
        rollback.initApplicationException(readOnly);
        assertThat(StorageTrouble.in(rollback)).isPresent();
    }
}
