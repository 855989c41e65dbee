package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.requests.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobLogTest {

    private final JobLog log = new JobLog();

    private void is(JobStatus status, int attempt) {
        is(status, attempt, null);
    }

    private static JobProgress progress(int ticks) {
        return new JobProgress(0, 1, ticks, 100, "2026-01-12", 0, 0, Instant.EPOCH);
    }

    private void is(JobStatus status, int attempt, @Nullable JobProgress progress) {
        var now = Instant.EPOCH;
        log.update(
                new Job(
                        1L,
                        "id",
                        JobKind.BACKTEST,
                        status,
                        null,
                        Tags.NONE,
                        null,
                        "{}",
                        now,
                        null,
                        null,
                        attempt,
                        0,
                        0,
                        progress,
                        null,
                        null),
                null);
    }

    private static List<String> ids(List<JobEvent> events) {
        return events.stream().map(event -> event.id().toString()).toList();
    }

    private static List<String> ids(Iterator<JobEvent> events) {
        var all = new ArrayList<JobEvent>();
        events.forEachRemaining(all::add);
        return ids(all);
    }

    @Test
    void another_attempt_begins_its_trades_anew_for_all_who_read() {
        is(JobStatus.RUNNING, 1);
        log.closed(() -> "one");
        var place = log.end();
        log.closed(() -> "two");
        is(JobStatus.QUEUED, 1);
        is(JobStatus.RUNNING, 2);
        log.closed(() -> "one again");

        assertThat(log.start()).isGreaterThan(place);
        assertThat(ids(log.from(log.start(), 10))).containsExactly("2-0-RUNNING", "2-1-RUNNING");
        assertThat(ids(log.since(new EventId(1, 1, JobStatus.RUNNING, false))))
                .containsExactly("2-0-RUNNING", "2-1-RUNNING");
        assertThat(ids(log.since(new EventId(2, 1, JobStatus.RUNNING, false)))).isEmpty();
    }

    @Test
    void a_state_that_is_told_again_is_no_event() {
        is(JobStatus.RUNNING, 1);
        is(JobStatus.RUNNING, 1);
        is(JobStatus.CANCELLING, 1);

        assertThat(ids(log.from(0, 10))).containsExactly("1-0-RUNNING", "1-0-CANCELLING");
        assertThat(ids(log.from(0, 1))).containsExactly("1-0-RUNNING");
        assertThat(log.isOver()).isFalse();
        is(JobStatus.CANCELLED, 1);
        assertThat(ids(log.from(2, 10))).containsExactly("1-0-CANCELLED", "1-0-CANCELLED-end");
        assertThat(log.isOver()).isTrue();
    }

    private long ticksTold() {
        return Objects.requireNonNull(Objects.requireNonNull(log.job()).progress())
                .ticksDone();
    }

    @Test
    void a_row_that_is_behind_what_was_told_takes_no_progress_back() {
        is(JobStatus.RUNNING, 1);
        log.progress(progress(20));
        var version = log.progressVersion();
        is(JobStatus.RUNNING, 1);
        is(JobStatus.RUNNING, 1, progress(10));

        assertThat(ticksTold()).isEqualTo(20);
        assertThat(log.progressVersion()).isEqualTo(version);
        is(JobStatus.RUNNING, 1, progress(30));
        assertThat(ticksTold()).isEqualTo(30);
        assertThat(log.progressVersion()).isNotEqualTo(version);
        is(JobStatus.RUNNING, 2, progress(5));
        assertThat(ticksTold()).isEqualTo(5);
    }

    @Test
    void an_id_says_the_same_after_it_was_written_and_read() {
        for (var id : List.of("0-0-QUEUED", "3-12-RUNNING", "1-16-SUCCEEDED-end")) {
            assertThat(EventId.parse(id)).map(EventId::toString).hasValue(id);
        }
        for (var other :
                List.of("1-9999999999-RUNNING", "01-0-RUNNING", "1-00-RUNNING", "+1-0-RUNNING", "\u0661-0-RUNNING")) {
            assertThat(EventId.parse(other)).as(other).isEmpty();
        }
        assertThat(EventId.parse(null)).isEmpty();
    }
}
