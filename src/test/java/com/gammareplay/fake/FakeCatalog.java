package com.gammareplay.fake;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.RecordedTime;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.model.Index;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Three recordings, one of which cannot be read. */
final class FakeCatalog implements DatasetCatalog {

    private static final Dataset.Content CONTENT = new Dataset.Content(
            List.of(Index.SPX, Index.NDX),
            List.of(
                    new RecordedTime(LocalDateTime.of(2026, 1, 12, 14, 30), false),
                    new RecordedTime(LocalDateTime.of(2026, 1, 13, 21, 0), false)),
            1000);

    @Override
    public List<Dataset> datasets() {
        return List.of(
                new Dataset("broken", false, 10, null, "broken.db is no SQLite file"),
                new Dataset("demo", true, 4096, CONTENT, null),
                new Dataset("other", false, 4096, CONTENT, null));
    }

    @Override
    public Optional<Dataset> dataset(String name) {
        return datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst();
    }

    @Override
    public Map<String, RecordingState> states() {
        return Map.of();
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException("the fake engine reads no data");
    }
}
