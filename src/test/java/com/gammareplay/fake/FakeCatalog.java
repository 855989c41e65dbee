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
import org.jspecify.annotations.Nullable;

/** Datasets that exist by name only. */
public record FakeCatalog(List<Dataset> datasets) implements DatasetCatalog {

    /** In which sessions are others; which ones is not for these tests to say. */
    public static final ZoneId TWO_DAYS_LATER = ZoneId.of("Asia/Tokyo");

    public static FakeCatalog of(Dataset... datasets) {
        return new FakeCatalog(List.of(datasets));
    }

    public static Dataset dataset(String name, List<Index> indices, @Nullable String first, @Nullable String last) {
        var sessions =
                first == null || last == null ? null : new SessionRange(LocalDate.parse(first), LocalDate.parse(last));
        return new Dataset(name, false, false, 1, new Dataset.Content(indices, sessions, null), null);
    }

    /** One that is written by this program. */
    public static Dataset live(String name) {
        var content =
                dataset(name, List.of(Index.SPX), "2026-01-12", "2026-01-12").content();
        return new Dataset(name, false, true, 1, content, null);
    }

    public static Dataset unreadable(String name) {
        return new Dataset(name, false, false, 1, null, "it is no SQLite file");
    }

    @Override
    public Optional<Dataset> dataset(String name) {
        return datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    @Override
    public Optional<SessionRange> sessions(String name, ZoneId zone) {
        return dataset(name)
                .map(Dataset::content)
                .map(content -> zone.equals(TWO_DAYS_LATER) ? later(content.sessions()) : content.sessions());
    }

    private static @Nullable SessionRange later(@Nullable SessionRange sessions) {
        return sessions == null
                ? null
                : new SessionRange(sessions.first().plusDays(2), sessions.last().plusDays(2));
    }

    @Override
    public long rows(String name) {
        return 1000;
    }

    @Override
    public void count(String name, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException("nothing is counted in " + name);
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
