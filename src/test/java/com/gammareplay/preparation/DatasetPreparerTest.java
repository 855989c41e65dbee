package com.gammareplay.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.marketdata.columns.RecordedColumns;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is prepared when, without any recording. */
class DatasetPreparerTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration QUIET = Duration.ofSeconds(30);
    /** Three sessions. */
    private static final Dataset.Content CONTENT = new Dataset.Content(
            List.of(Index.SPX), new SessionRange(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 14)), null);

    private volatile Instant now = START;
    private volatile boolean busy;
    private volatile boolean folderIsGone;
    private volatile boolean memoryIsGone;
    private volatile int room = Integer.MAX_VALUE;
    private final Map<String, RecordingState> states = new ConcurrentHashMap<>();
    private final List<String> prepared = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Preparations preparations = new Preparations();
    private final PrepareSettings settings = new PrepareSettings(true, Duration.ofMillis(100), QUIET);
    private final ForegroundWork workload = () -> busy;
    private final DatasetPreparer preparer =
            new DatasetPreparer(new Catalog(), preparations, workload, settings, () -> now);
    private final DatasetConfirmer confirmer =
            new DatasetConfirmer(new Catalog(), preparations, workload, settings, () -> now);
    private final PreparingThread thread = new PreparingThread(preparations, preparer, confirmer, settings);

    private final class Catalog implements DatasetCatalog {
        @Override
        public List<Dataset> datasets() {
            return states.keySet().stream()
                    .map(name -> dataset(name).orElseThrow())
                    .toList();
        }

        @Override
        public Optional<Dataset> dataset(String name) {
            return Optional.of(
                    name.equals("unreadable")
                            ? new Dataset(name, false, false, 1, null, "it is no recording")
                            : new Dataset(name, false, false, 1, CONTENT, null));
        }

        @Override
        public Optional<SessionRange> sessions(String name, ZoneId zone) {
            throw new UnsupportedOperationException("the dataset tells them");
        }

        @Override
        public long rows(String name) {
            throw new UnsupportedOperationException("no rows are wanted");
        }

        @Override
        public void count(String name, BooleanSupplier cancelled) {
            prepared.add(name + " counted");
        }

        @Override
        public Map<String, RecordingState> states() {
            if (memoryIsGone) {
                throw new OutOfMemoryError("for the test");
            }
            if (folderIsGone) {
                throw new DataException(DataException.Kind.UNAVAILABLE, "the folder cannot be read");
            }
            return new TreeMap<>(states);
        }

        @Override
        public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
            if (name.equals("broken")) {
                throw new DataException(DataException.Kind.CORRUPT, "broken.db is damaged");
            }
            return new Recorded(name, cancelled);
        }
    }

    private final class Recorded implements Recording {
        private final String name;
        private final BooleanSupplier cancelled;

        Recorded(String name, BooleanSupplier cancelled) {
            this.name = name;
            this.cancelled = cancelled;
        }

        @Override
        public void distrust() {}

        @Override
        public boolean prepare(Session session) {
            prepared.add(name + " " + session.date().getDayOfMonth());
            if (name.equals("damaged") && prepared.size() == 1) {
                throw new DataException(DataException.Kind.CORRUPT, "damaged.db is damaged");
            }
            if (name.equals("endless")) {
                await().until(cancelled::getAsBoolean);
                throw new CancellationException();
            }
            return prepared.size() <= room;
        }

        @Override
        public RecordedSession open(Session session, List<Index> indices) {
            return new RecordedColumns(List.of());
        }

        @Override
        public List<Index> indices() {
            return CONTENT.indices();
        }

        @Override
        public Optional<SessionRange> sessions() {
            return Optional.ofNullable(CONTENT.sessions());
        }

        @Override
        public boolean isSynthetic() {
            return false;
        }

        @Override
        public List<Shortcoming> shortcomings() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().setLevel(Level.DEBUG);
        logger().addAppender(log);
    }

    @AfterEach
    void stop() {
        thread.stop();
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(DatasetPreparer.class);
    }

    private void changes(String name, String state) {
        states.put(name, new RecordingState(state, now));
    }

    private void awaitPrepared(String... days) {
        await().untilAsserted(() -> assertThat(prepared).containsExactly(days));
        await().untilAsserted(() -> assertThat(preparations.progress("one")).isEmpty());
    }

    @Test
    void a_dataset_is_prepared_once_it_has_been_left_alone_and_again_after_it_has_changed()
            throws InterruptedException {
        preparations.open();
        changes("one", "first");
        preparer.look();
        assertThat(preparations.progress("one")).isEmpty();
        now = START.plus(QUIET);
        preparer.look();
        assertThat(preparations.progress("one")).hasValue(new PreparationProgress(0, 3));
        prepareNext();
        assertThat(prepared).containsExactly("one 12", "one 13", "one 14", "one counted");
        preparer.look();
        assertThat(preparations.progress("one")).isEmpty();

        changes("one", "second");
        preparer.look();
        assertThat(preparations.progress("one")).isEmpty();
        now = now.plus(QUIET);
        preparer.look();
        assertThat(preparations.progress("one")).isPresent();
    }

    private void prepareNext() throws InterruptedException {
        var next = preparations.next(Duration.ofSeconds(1)).orElseThrow();
        preparer.prepare(next);
        preparations.done(next.dataset());
    }

    @Test
    void one_that_is_asked_for_is_prepared_though_it_is_switched_off_and_changes() {
        now = Instant.now();
        changes("one", "first");
        var off = new PreparingThread(
                preparations, preparer, confirmer, new PrepareSettings(false, Duration.ofMillis(100), QUIET));
        off.start();
        try {
            preparations.ask(CONTENT, "one");
            assertThat(preparations.ask(CONTENT, "one")).isEqualTo(new PreparationProgress(0, 3));
            now = now.plusSeconds(3);
            awaitPrepared("one 12", "one 13", "one 14", "one counted");
        } finally {
            off.stop();
        }
    }

    @Test
    void the_start_is_over_before_it_looks_for_the_first_time() {
        changes("one", "first");
        now = START.plus(QUIET);
        var patient = new PreparingThread(
                preparations, preparer, confirmer, new PrepareSettings(true, Duration.ofHours(1), QUIET));
        patient.start();
        try {
            preparations.ask(CONTENT, "two");
            await().until(() -> preparations.progress("two").isEmpty());
            assertThat(prepared).containsExactly("two 12", "two 13", "two 14", "two counted");
        } finally {
            patient.stop();
        }
    }

    @Test
    void one_that_is_being_written_is_confirmed_again_and_again_though_nothing_is_kept() {
        preparations.open();
        changes("one", "first");
        room = 0;
        confirmer.confirm();
        changes("one", "second");
        confirmer.confirm();
        assertThat(prepared).containsExactly("one 12", "one 13", "one 14", "one 12", "one 13", "one 14");

        now = START.plus(QUIET);
        confirmer.confirm();
        assertThat(prepared).hasSize(6);
    }

    @Test
    void a_session_that_cannot_be_read_does_not_keep_the_others_from_being_confirmed() {
        preparations.open();
        changes("damaged", "first");
        confirmer.confirm();
        confirmer.confirm();

        assertThat(prepared).containsExactly("damaged 12", "damaged 13", "damaged 14", "damaged 12");
    }

    @Test
    void rows_are_counted_though_a_session_cannot_be_read() throws InterruptedException {
        preparations.open();
        changes("damaged", "first");
        now = START.plus(QUIET);
        preparer.look();
        prepareNext();
        assertThat(prepared).containsExactly("damaged 12", "damaged counted");
    }

    @Test
    void one_that_is_being_written_waits_while_jobs_run() {
        preparations.open();
        changes("one", "first");
        busy = true;
        confirmer.confirm();
        assertThat(prepared).isEmpty();
    }

    @Test
    void running_jobs_go_first() {
        busy = true;
        changes("one", "first");
        now = START.plus(QUIET);
        thread.start();
        await().until(() -> preparations.progress("one").isPresent());
        await().during(Duration.ofMillis(300)).until(prepared::isEmpty);
        busy = false;

        awaitPrepared("one 12", "one 13", "one 14", "one counted");
    }

    @Test
    void a_broken_dataset_is_said_once_and_stops_no_other() {
        changes("broken", "first");
        changes("one", "first");
        changes("unreadable", "first");
        now = START.plus(QUIET);
        thread.start();
        awaitPrepared("one 12", "one 13", "one 14", "one counted");
        changes("broken", "second");
        now = now.plus(QUIET);
        await().until(() -> List.copyOf(log.list).stream()
                .anyMatch(line -> line.getFormattedMessage().contains("broken still cannot be prepared")));

        assertThat(new ArrayList<>(log.list))
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("broken cannot be prepared: broken.db is damaged");
    }

    @Test
    void what_cannot_be_kept_is_said_once_and_tried_again_after_a_while() throws InterruptedException {
        preparations.open();
        changes("one", "first");
        now = START.plus(QUIET);
        room = 1;
        for (var attempt = 0; attempt < 2; attempt++) {
            preparer.look();
            prepareNext();
            assertThat(prepared).containsExactly("one 12", "one 13", "one 14", "one counted");
            prepared.clear();
            preparer.look();
            assertThat(preparations.progress("one")).isEmpty();
            now = now.plus(Duration.ofMinutes(10));
        }
        room = 3;
        preparer.look();
        prepareNext();
        assertThat(prepared).containsExactly("one 12", "one 13", "one 14", "one counted");
        now = now.plus(Duration.ofDays(1));
        preparer.look();
        assertThat(preparations.progress("one")).isEmpty();

        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "one cannot be prepared: 1 of 3 sessions are kept, the others cannot be kept now",
                        "Prepared one, 3 sessions");
    }

    @Test
    void a_folder_that_is_gone_for_a_while_does_not_end_the_thread() {
        folderIsGone = true;
        changes("one", "first");
        now = START.plus(QUIET);
        thread.start();
        preparations.ask(CONTENT, "two");
        await().until(() -> preparations.progress("two").isEmpty());
        folderIsGone = false;

        awaitPrepared("one 12", "one 13", "one 14", "one counted");
    }

    @Test
    void memory_that_does_not_suffice_for_a_while_does_not_end_the_thread() {
        memoryIsGone = true;
        changes("one", "first");
        now = START.plus(QUIET);
        thread.start();
        preparations.ask(CONTENT, "two");
        await().until(() -> preparations.progress("two").isEmpty());
        memoryIsGone = false;

        awaitPrepared("one 12", "one 13", "one 14", "one counted");
    }

    @Test
    void one_that_is_asked_for_and_cannot_be_kept_does_not_stay_in_preparation() {
        room = 1;
        now = START.plus(QUIET);
        changes("one", "first");
        now = now.plus(QUIET);
        var off = new PreparingThread(
                preparations, preparer, confirmer, new PrepareSettings(false, Duration.ofMillis(100), QUIET));
        preparations.ask(CONTENT, "one");
        off.start();
        try {
            awaitPrepared("one 12", "one 13", "one 14", "one counted");
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains("one cannot be prepared: 1 of 3 sessions are kept, the others cannot be kept now");
        } finally {
            off.stop();
        }
    }

    @Test
    void a_stop_ends_the_reading_of_a_session_and_a_start_goes_on() {
        changes("endless", "first");
        now = START.plus(QUIET);
        thread.start();
        await().until(() -> !prepared.isEmpty());
        var began = System.nanoTime();
        thread.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(thread.isRunning()).isFalse();
        states.clear();
        changes("one", "first");
        now = now.plus(QUIET);
        thread.start();

        awaitPrepared("endless 12", "one 12", "one 13", "one 14", "one counted");
    }
}
