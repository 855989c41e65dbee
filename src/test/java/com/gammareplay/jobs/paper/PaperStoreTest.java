package com.gammareplay.jobs.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.requests.PaperRequest;
import com.gammareplay.requests.PaperSubmission;
import com.gammareplay.testing.StoreService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of paper sessions, whichever database it is in. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class PaperStoreTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 24);

    private final PaperStore store;

    PaperStoreTest(StoreService.Kind kind) {
        store = StoreService.empty(kind).bean(PaperStore.class);
    }

    private void add(String id, @Nullable Integer speed) {
        var replay = new ReplayRequest(
                id,
                ZoneOffset.UTC,
                List.of(Index.SPX),
                DATE,
                DATE,
                Preset.LIVE,
                ParameterValues.of(Preset.LIVE),
                2_500_000,
                0);
        var request = new PaperRequest("demo", replay, List.of());
        store.add(id, new PaperSubmission(LiveSource.DEMO, speed, request, "mine", "{\"source\": \"demo\"}"));
    }

    private Paper find(String id) {
        return store.find(id).orElseThrow();
    }

    @Test
    void a_session_is_found_as_it_was_accepted() {
        add("one", 2000);
        add("two", null);

        var one = find("one");
        assertThat(one.status()).isEqualTo(PaperStatus.RUNNING);
        assertThat(one.speed()).isEqualTo(2000);
        assertThat(one.session()).isEqualTo(DATE);
        assertThat(one.request()).isEqualTo("{\"source\": \"demo\"}");
        assertThat(one.standing()).isEqualTo(Standing.beginning(2_500_000));
        assertThat(one.finishedAt()).isNull();
        assertThat(find("two").speed()).isNull();
        assertThat(store.find("three")).isEmpty();
        assertThat(store.newest(Long.MAX_VALUE, 10)).containsExactly(find("two"), one);
        assertThat(store.newest(find("two").number(), 10)).containsExactly(one);
        assertThat(store.running()).containsExactly(one, find("two"));
    }

    @Test
    void only_a_session_that_runs_changes() {
        add("one", 1);
        var standing = Standing.beginning(1).with(Instant.EPOCH, Map.of("ticks", 3L), "none", List.of("odd"));
        store.stopping("one");
        store.stands("one", standing);
        assertThat(find("one").standing()).isEqualTo(standing);
        assertThat(store.delete("one")).isFalse();

        store.end("one", PaperStatus.FAILED, new PaperError("why", "since"), standing);
        var ended = find("one");
        assertThat(ended.error()).isEqualTo(new PaperError("why", "since"));
        assertThat(ended.finishedAt()).isNotNull();
        store.end("one", PaperStatus.FINISHED, null, standing);
        store.stands("one", Standing.beginning(2));
        assertThat(find("one")).isEqualTo(ended);
        assertThat(store.running()).isEmpty();
        assertThat(store.delete("one")).isTrue();
        assertThat(store.find("one")).isEmpty();
    }
}
