package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.gammareplay.testing.EmbeddedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static JdbcClient server(String options) {
        return JdbcClient.create(new DriverManagerDataSource(EmbeddedServer.url() + options));
    }

    @Test
    void a_server_that_only_reads_or_is_not_there_is_trouble_and_a_wrong_statement_is_not() {
        var readOnly = catchThrowable(() -> server("&options=-c%20default_transaction_read_only=on")
                .sql("create table a (b integer)")
                .update());
        var gone = catchThrowable(() -> JdbcClient.create(
                        new DriverManagerDataSource(EmbeddedServer.url().replaceFirst("localhost:\\d+", "localhost:1")))
                .sql("select 1")
                .query(Integer.class)
                .single());
        var wrong = catchThrowable(
                () -> server("").sql("insert into nothing values (1)").update());

        assertThat(StorageTrouble.in(readOnly)).isPresent();
        assertThat(StorageTrouble.in(gone)).isPresent();
        assertThat(StorageTrouble.in(new SQLException("Connection is closed"))).isPresent();
        assertThat(StorageTrouble.in(new SQLException("said"))).isEmpty();
        assertThat(StorageTrouble.in(wrong)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "0A000, true",
        "53100, true",
        "57P01, true",
        "58030, true",
        "25006, true",
        "40001, true",
        "55P03, true",
        "XX001, true",
        "57014, false",
        "22001, false",
        "23505, false",
        "25P02, false",
        "42601, false"
    })
    void states_of_a_server_are_told_apart(String state, boolean isTrouble) {
        var failure = new IllegalStateException(new SQLException("said", state));

        assertThat(StorageTrouble.in(failure).isPresent()).isEqualTo(isTrouble);
    }
}
