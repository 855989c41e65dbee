package com.gammareplay.fake;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Index;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Three recordings, one of which cannot be read. */
final class FakeCatalog implements DatasetCatalog {

    private static final Dataset.Content CONTENT = new Dataset.Content(
            List.of(Index.SPX, Index.NDX),
            new SessionRange(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)),
            1000,
            null);

    @Override
    public List<Dataset> datasets() {
        return List.of(
                new Dataset("broken", false, false, 10, null, "broken.db is no SQLite file"),
                new Dataset("demo", true, false, 4096, CONTENT, null),
                new Dataset("other", false, false, 4096, CONTENT, null));
    }

    @Override
    public Optional<Dataset> dataset(String name) {
        return datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<SessionRange> sessions(String name, ZoneId zone) {
        return Optional.ofNullable(CONTENT.sessions());
    }

    @Override
    public void count(String name, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException("the fake engine has no rows");
    }

    @Override
    public Map<String, RecordingState> states() {
        return Map.of();
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        throw new DataException(DataException.Kind.MISSING, name + ".db is gone");
    }
}
