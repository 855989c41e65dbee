package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.jobs.TestService;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of an earlier version after the tables have changed. */
class MigrationTest {

    @TempDir
    private Path home;

    private void migrate(String version) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + home.resolve("jobs.db"), null, null)
                .locations("classpath:db/migration/sqlite")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void headline_numbers_of_earlier_jobs_can_be_sorted_by() {
        migrate("9");
        var database = TestService.database(home);
        database.sql("""
                        insert into job (id, status, request, created_at, finished_at, headline) values
                          ('one', 'SUCCEEDED', '{}', 1, 1,
                            '{"trades":16,"winRate":0.625,"sharpe":null,"warnings":{"FEW_TRADES":16}}'),
                          ('two', 'CANCELLED', '{}', 1, 1, null),
                          ('three', 'SUCCEEDED', '{}', 1, 1, '{"totalPnl":-3.50}')""").update();

        migrate("latest");

        assertThat(database.sql("""
                        select id || ' ' || name || ' ' || value from headline_number join job on job.number = job
                        order by 1""").query(String.class).list())
                .containsExactly("one trades 16.0", "one winRate 0.625", "three totalPnl -3.5");
    }
}
