package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.jobs.TestService;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.support.TransactionOperations;

/** What acceptance and results rest on: the settings that the connections to the jobs database really have. */
class JobsDatabaseTest {

    private static final String FULL = "2";

    @TempDir
    private Path home;

    private static String pragma(TestService service, TransactionOperations transactions, String name) {
        return String.valueOf(transactions.<String>execute(_ -> service.bean(JdbcClient.class)
                .sql("pragma " + name)
                .query(String.class)
                .single()));
    }

    @Test
    void what_is_committed_survives_a_loss_of_power() {
        try (var service = TestService.start(home)) {
            var writing = service.bean(Transactions.class).writing();

            assertThat(pragma(service, writing, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(service, writing, "synchronous")).isEqualTo(FULL);
            assertThat(pragma(service, writing, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void one_connection_writes_and_all_wait_for_a_lock() {
        try (var service = TestService.start(home)) {
            var transactions = service.bean(Transactions.class);
            var writer = ((LazyConnectionDataSourceProxy) service.bean(DataSource.class)).getTargetDataSource();

            assertThat(writer)
                    .isInstanceOfSatisfying(
                            HikariDataSource.class,
                            pool -> assertThat(pool.getMaximumPoolSize()).isEqualTo(1));
            assertThat(Integer.parseInt(pragma(service, transactions.writing(), "busy_timeout")))
                    .isPositive();
            assertThat(Integer.parseInt(pragma(service, transactions.reading(), "busy_timeout")))
                    .isPositive();
            assertThat(pragma(service, transactions.reading(), "journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void what_an_earlier_version_was_to_try_again_waits_in_its_old_place() {
        var url = "jdbc:sqlite:" + home.resolve("jobs.db");
        migrate(url, "9");
        var database = TestService.database(home);
        database.sql("insert into job (number, id, status, request, created_at) values (7, 'again', 'QUEUED', '{}', 1)")
                .update();
        database.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('backtest', 'again', 1764000000000, 0, 1)")
                .update();

        migrate(url, "latest");

        assertThat(database.sql("select execution_time from scheduled_tasks")
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/sqlite")
                .target(target)
                .load()
                .migrate();
    }
}
