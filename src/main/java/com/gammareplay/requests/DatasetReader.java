package com.gammareplay.requests;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.parameters.NearestName;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dataset of a request; the only one stands in for one not given. */
final class DatasetReader {

    private static final int MOST_LISTED = 20;

    private final DatasetCatalog catalog;
    private final Problems problems;

    DatasetReader(DatasetCatalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** The dataset of a name, one of those that there are; null with a problem. */
    @Nullable
    Dataset read(@Nullable String name, List<Dataset> all) {
        var names = all.stream().map(Dataset::name).toList();
        if (name == null) {
            // Those that are recorded here come and go: what is meant must not depend on them.
            var meant = all.stream().filter(dataset -> !dataset.live()).toList();
            if (meant.size() == 1) {
                return readable(meant.getFirst());
            }
            problems.add(
                    "/dataset", all.isEmpty() ? "there is no dataset" : "must be given, as one of " + listed(names));
            return null;
        }
        for (var dataset : all) {
            if (dataset.name().equals(name)) {
                return readable(dataset);
            }
        }
        problems.add(
                "/dataset",
                "there is no dataset " + (name.isEmpty() ? "\"\"" : Problems.shortened(name))
                        + (names.isEmpty() ? "" : ", only " + listed(names))
                        + NearestName.hint(name, names));
        return null;
    }

    private @Nullable Dataset readable(Dataset dataset) {
        if (dataset.problem() != null) {
            problems.add("/dataset", "cannot be read: " + dataset.problem());
            return null;
        }
        return dataset;
    }

    /** From when to when a dataset has sessions. */
    Optional<SessionRange> sessions(Dataset dataset, ZoneId zone) {
        try {
            return catalog.sessions(dataset.name(), zone);
        } catch (DataException e) {
            problems.add("/dataset", "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String listed(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_LISTED)));
        return names.size() > MOST_LISTED ? shown + ", …" : shown;
    }
}
