package com.gammareplay.jobs.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeCatalog;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.jobs.store.Transactions;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Index;
import com.gammareplay.testing.StoreService;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What processes that share PostgreSQL know of each other; the service of the test is one of them. */
class ReplicasContractTest {

    private final StoreService service = StoreService.empty(StoreService.Kind.POSTGRESQL);
    private final Replicas there = service.bean(Replicas.class);

    @BeforeEach
    @AfterEach
    void forget() {
        service.database().sql("delete from replica").update();
        there.look();
    }

    private static Replicas replica(StoreService service, Stream<Dataset> more) {
        var datasets = Stream.concat(service.bean(DatasetCatalog.class).datasets().stream(), more);
        return new Replicas(
                service.bean(Database.class),
                new ReplicaTable(service.bean(JdbcClient.class), service.bean(Transactions.class)),
                FakeCatalog.of(datasets.toArray(Dataset[]::new)),
                service.bean(JobSettings.class));
    }

    /** With what the service has, and more. */
    private Replicas replica(String... more) {
        return replica(service, Stream.of(more).map(name -> FakeCatalog.dataset(name, List.of(Index.SPX), null, null)));
    }

    @Test
    void they_are_counted_with_their_workers() {
        var one = replica("month");
        var two = replica("month");
        one.look();
        two.look();
        one.look();

        assertThat(List.of(one.count(), one.workers(), two.count(), two.workers()))
                .containsExactly(3, 3, 3, 3);
    }

    @Test
    void a_new_one_lacks_at_once_what_others_have() {
        replica("year", "month", "day").look();
        var newcomer = replica("day");
        newcomer.look();

        assertThat(newcomer.missing()).containsExactly("month", "year");
        assertThat(new ReplicasHealthIndicator(newcomer).health().getStatus().getCode())
                .isEqualTo("DOWN");
    }

    @Test
    void what_cannot_be_read_is_lacking() {
        replica("month").look();
        var blind = replica(service, Stream.of(FakeCatalog.unreadable("month")));
        blind.look();

        assertThat(blind.missing()).containsExactly("month");
    }

    /** The others may not have noticed yet that it was deleted. */
    @Test
    void one_that_had_everything_lacks_what_it_has_missed_for_some_time() {
        var one = replica("month");
        one.look();
        replica("month", "new").look();

        one.look();
        assertThat(one.missing()).isEmpty();
        assertThat(one.lacksAny()).isTrue();
        one.look();
        assertThat(one.missing()).isEmpty();
        one.look();
        assertThat(one.missing()).containsExactly("new");
    }

    @Test
    void nothing_is_lacking_once_the_other_has_left_or_is_silent() {
        var leaving = replica("month");
        leaving.look();
        var silent = replica("year");
        silent.look();
        var one = replica();
        one.look();
        assertThat(one.missing()).containsExactly("month", "year");

        leaving.leave();
        one.look();
        assertThat(one.missing()).containsExactly("year");

        service.database()
                .sql("update replica set seen_at = seen_at - interval '11 seconds' where datasets::text like '%year%'")
                .update();
        new ReplicaTable(service.bean(JdbcClient.class), service.bean(Transactions.class)).meet(Set.of(), 1, true);
        one.look();
        assertThat(one.missing()).isEmpty();
        assertThat(one.count()).isEqualTo(3);
        silent.look();
        assertThat(silent.count()).isEqualTo(4);
    }

    @Test
    void one_that_has_left_is_seen_again_only_once_it_has_joined_anew() {
        var one = replica();
        one.look();
        one.leave();
        one.look();
        assertThat(one.lacksAny()).isFalse();
        there.look();
        assertThat(there.count()).isEqualTo(1);

        one.join();
        there.look();
        assertThat(there.count()).isEqualTo(2);
    }

    @Test
    void one_that_has_not_looked_yet_is_not_complete() {
        var one = replica();
        assertThat(one.isComplete()).isFalse();
        one.look();
        assertThat(one.isComplete()).isTrue();
    }

    @Test
    void who_asks_what_was_seen_does_not_wait_for_a_look_that_the_database_holds_up() throws InterruptedException {
        var one = replica("month");
        one.look();
        var look = new Thread(one::look);
        service.bean(Transactions.class).writing().executeWithoutResult(_ -> {
            service.database().sql("lock table replica").update();
            look.start();
            await().until(() -> Stream.of(look.getStackTrace()).anyMatch(ReplicasContractTest::isInTable));

            assertThat(one.count()).isEqualTo(2);
            assertThat(one.workers()).isEqualTo(2);
            assertThat(one.isComplete()).isTrue();
            assertThat(look.isAlive()).isTrue();
        });
        look.join();
    }

    private static boolean isInTable(StackTraceElement frame) {
        return frame.getClassName().equals(ReplicaTable.class.getName());
    }

    @Test
    void a_newer_version_may_add_a_column_while_an_older_one_runs() {
        var store = service.bean(JobStore.class);
        service.add("one");
        IntStream.range(0, 20).forEach(_ -> assertThat(store.find("one")).isPresent());
        service.database().sql("alter table job add column of_later text").update();
        try {
            IntStream.range(0, 20).forEach(_ -> assertThat(store.find("one")).isPresent());
        } finally {
            service.database().sql("alter table job drop column of_later").update();
        }
    }

    @Test
    void a_service_with_a_database_of_its_own_is_alone() {
        var alone = replica(StoreService.empty(StoreService.Kind.SQLITE), Stream.of());
        alone.look();

        assertThat(alone.count()).isEqualTo(1);
        assertThat(alone.missing()).isEmpty();
        alone.leave();
    }
}
