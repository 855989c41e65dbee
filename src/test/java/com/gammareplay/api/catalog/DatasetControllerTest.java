package com.gammareplay.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Index;
import com.gammareplay.preparation.Preparations;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What is told of recordings that go away, or turn out to be damaged, while it is told. */
class DatasetControllerTest {

    private static final List<Dataset> DATASETS = List.of(
            new Dataset("whole", false, false, 1, new Dataset.Content(List.of(Index.SPX), null, null), null),
            new Dataset("gone", false, false, 1, new Dataset.Content(List.of(Index.SPX), null, null), null),
            new Dataset("unreadable", false, false, 1, null, "it is no recording"));

    private static final class Catalog implements DatasetCatalog {
        @Override
        public List<Dataset> datasets() {
            return DATASETS;
        }

        @Override
        public long rows(String name) {
            if (!name.equals("whole")) {
                throw new DataException(DataException.Kind.MISSING, "it is gone");
            }
            return 7;
        }

        @Override
        public Optional<Dataset> dataset(String name) {
            throw new UnsupportedOperationException("the list is asked for");
        }

        @Override
        public Map<String, RecordingState> states() {
            throw new UnsupportedOperationException("the list is asked for");
        }

        @Override
        public Optional<SessionRange> sessions(String name, ZoneId zone) {
            throw new UnsupportedOperationException("the list is asked for");
        }

        @Override
        public void count(String name, BooleanSupplier cancelled) {
            throw new UnsupportedOperationException("the list is asked for");
        }

        @Override
        public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
            throw new UnsupportedOperationException("the list is asked for");
        }
    }

    @Test
    void rows_that_cannot_be_counted_keep_no_other_recording_from_being_listed() {
        assertThat(new DatasetController(new Catalog(), new Preparations())
                        .list()
                        .items())
                .extracting(DatasetView::name, DatasetView::rows)
                .containsExactly(tuple("whole", 7L), tuple("gone", null), tuple("unreadable", null));
    }
}
