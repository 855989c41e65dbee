package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.jobs.store.Transactions;
import com.gammareplay.requests.CallbackUrl;
import com.gammareplay.testing.StoreService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

/** The tables of deliveries, whichever database they are in. Nothing is sent. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class DeliveryContractTest {

    private static final Duration TOOK = Duration.ofMillis(5);
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final String PAYLOAD = "{\"type\": \"backtest.succeeded\"}";

    private final StoreService service;
    private final DeliveryRows rows;
    private final DeliveryQueue queue;

    DeliveryContractTest(StoreService.Kind kind) {
        service = StoreService.empty(kind);
        rows = service.bean(DeliveryRows.class);
        queue = service.bean(DeliveryQueue.class);
        service.add("job");
    }

    private void add(String id) {
        service.bean(Transactions.class).writing().executeWithoutResult(_ -> {
            rows.add(id, "job", "backtest.succeeded", PAYLOAD, NOW);
            queue.add(id, NOW);
        });
    }

    private Delivery delivery() {
        return rows.of("job").getFirst();
    }

    @Test
    void a_delivery_is_pending_until_it_has_ended() {
        add("one");
        assertThat(rows.pending("one"))
                .hasValue(
                        new PendingDelivery("one", "job", new CallbackUrl("https://hook.example/in"), PAYLOAD, 0, NOW));
        assertThat(rows.begin("one", 1, NOW)).isTrue();
        var later = NOW.plusSeconds(60);
        assertThat(rows.conclude("one", 1, TOOK, Outcome.answered(503, null), DeliveryState.PENDING, later))
                .isTrue();
        assertThat(rows.pending("one").orElseThrow().attempts()).isEqualTo(1);
        assertThat(delivery().nextAttemptAt()).isEqualTo(later);

        assertThat(rows.begin("one", 2, later)).isTrue();
        assertThat(rows.conclude("one", 2, TOOK, Outcome.failed(AttemptError.TIMEOUT), DeliveryState.GIVEN_UP, null))
                .isTrue();
        assertThat(rows.pending("one")).isEmpty();
        assertThat(rows.begin("one", 3, later)).isFalse();
        assertThat(rows.giveUp("one")).isFalse();
        assertThat(delivery().state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(delivery().nextAttemptAt()).isNull();
        assertThat(delivery().attempts())
                .containsExactly(
                        new Attempt(1, NOW, TOOK.toMillis(), 503, null),
                        new Attempt(2, later, TOOK.toMillis(), null, AttemptError.TIMEOUT));
    }

    @Test
    void an_attempt_whose_outcome_was_never_written_is_interrupted_by_the_next() {
        add("one");
        rows.begin("one", 1, NOW);
        assertThat(delivery().attempts()).containsExactly(new Attempt(1, NOW, null, null, null));

        assertThatThrownBy(() -> rows.begin("one", 1, NOW)).isInstanceOf(DuplicateKeyException.class);
        assertThat(delivery().attempts().getFirst().error()).isNull();
        rows.begin("one", 2, NOW);
        assertThat(delivery().attempts().getFirst().error()).isEqualTo(AttemptError.INTERRUPTED);
    }

    /** Its process stood still, and another one was faster: whatever comes of it, the delivery is not its own any more. */
    @Test
    void an_attempt_that_was_taken_for_interrupted_decides_nothing() {
        add("one");
        rows.begin("one", 1, NOW);
        rows.begin("one", 2, NOW);

        assertThat(rows.conclude("one", 1, TOOK, Outcome.answered(500, null), DeliveryState.GIVEN_UP, null))
                .isFalse();
        assertThat(delivery().state()).isEqualTo(DeliveryState.PENDING);
        assertThat(delivery().attempts())
                .containsExactly(
                        new Attempt(1, NOW, TOOK.toMillis(), 500, null), new Attempt(2, NOW, null, null, null));
        assertThat(rows.conclude("one", 2, TOOK, Outcome.answered(204, null), DeliveryState.DELIVERED, null))
                .isTrue();
    }

    @Test
    void neither_an_event_nor_its_place_is_kept_without_the_other() {
        add("one");
        assertThatThrownBy(() -> add("two")).isInstanceOf(DuplicateKeyException.class);
        assertThat(service.count("webhook_task")).isEqualTo(1);

        assertThatThrownBy(() -> service.bean(Transactions.class).writing().executeWithoutResult(_ -> {
                    queue.add("three", NOW);
                    rows.add("three", "job", "backtest.failed", PAYLOAD, NOW);
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(service.count("webhook_task")).isEqualTo(1);
        assertThat(service.count("webhook_delivery")).isEqualTo(1);
    }

    @Test
    void deliveries_go_with_their_job() {
        add("one");
        rows.begin("one", 1, NOW);

        service.database().sql("delete from job").update();
        assertThat(service.count("webhook_attempt")).isZero();
        assertThat(rows.pending("one")).isEmpty();
        assertThat(rows.conclude("one", 1, TOOK, Outcome.answered(200, null), DeliveryState.DELIVERED, null))
                .isFalse();
    }
}
