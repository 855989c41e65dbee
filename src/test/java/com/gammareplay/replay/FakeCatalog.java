package com.gammareplay.replay;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.RecordedTime;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.model.Index;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Datasets that exist by name only. */
record FakeCatalog(List<Dataset> datasets) implements DatasetCatalog {

    static FakeCatalog of(Dataset... datasets) {
        return new FakeCatalog(List.of(datasets));
    }

    static Dataset dataset(String name, List<Index> indices, @Nullable String first, @Nullable String last) {
        var content = new Dataset.Content(indices, parsed(first, last), 1);
        return new Dataset(name, false, 1, content, null);
    }

    private static List<RecordedTime> parsed(@Nullable String... texts) {
        return Arrays.stream(texts)
                .flatMap(Stream::ofNullable)
                .map(text -> new RecordedTime(LocalDateTime.parse(text), false))
                .toList();
    }

    static Dataset unreadable(String name) {
        return new Dataset(name, false, 1, null, "it is no SQLite file");
    }

    @Override
    public Optional<Dataset> dataset(String name) {
        return datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    @Override
    public Map<String, RecordingState> states() {
        return Map.of();
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException("nothing is read from " + name);
    }
}
