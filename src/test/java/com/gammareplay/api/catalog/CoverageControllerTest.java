package com.gammareplay.api.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.api.problems.ApiException;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Index;
import com.gammareplay.replay.coverage.Coverages;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Few coverages are read at once, however many are asked for. */
class CoverageControllerTest {

    private final CountDownLatch reading = new CountDownLatch(CoverageController.MOST_AT_ONCE);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CoverageController controller;

    CoverageControllerTest() {
        var catalog = new SlowCatalog();
        controller = new CoverageController(catalog, new Coverages(catalog, new ExchangeCalendar()));
    }

    /** Reads until it is released, and then fails. */
    private final class SlowCatalog implements DatasetCatalog {

        @Override
        public List<Dataset> datasets() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Dataset> dataset(String name) {
            return Optional.of(
                    new Dataset(name, false, false, 1, new Dataset.Content(List.of(Index.SPX), null, null), null));
        }

        @Override
        public Map<String, RecordingState> states() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SessionRange> sessions(String name, ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long rows(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void count(String name, BooleanSupplier cancelled) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
            reading.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new DataException(DataException.Kind.MISSING, name + ".db is gone");
        }
    }

    private void ask() {
        controller.coverage("rec", null, "2026-01-12", "2026-01-12", null);
    }

    @Test
    void the_next_is_told_to_come_again_and_a_place_that_was_left_is_free() throws InterruptedException {
        var readers = List.of(thread(), thread());
        reading.await();

        assertThatThrownBy(this::ask)
                .isInstanceOf(ApiException.class)
                .hasMessage("As many coverages are being read as may; try again later.");
        release.countDown();
        for (var reader : readers) {
            reader.join();
        }
        assertThatThrownBy(this::ask).isInstanceOf(DataException.class);
    }

    private Thread thread() {
        return Thread.ofVirtual().start(() -> assertThatThrownBy(this::ask).isInstanceOf(DataException.class));
    }
}
