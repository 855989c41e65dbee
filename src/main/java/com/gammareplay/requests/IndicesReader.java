package com.gammareplay.requests;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.model.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the indices of a request; all that the dataset has stand in for those not given. */
final class IndicesReader {

    private final Problems problems;

    IndicesReader(Problems problems) {
        this.problems = problems;
    }

    /** The indices, at least one. */
    List<Index> read(@Nullable List<? extends @Nullable String> names, @Nullable Dataset dataset) {
        var content = dataset == null ? null : dataset.content();
        var available = content == null ? List.of(Index.values()) : content.indices();
        if (names == null) {
            if (dataset != null && available.isEmpty()) {
                problems.add("/dataset", dataset.name() + " has no row of SPX or NDX");
            }
            return available.isEmpty() ? List.of(Index.SPX) : available;
        }
        var indices = new ArrayList<Index>();
        for (var place = 0; place < names.size(); place++) {
            index("/indices/" + place, names.get(place), dataset, available, indices);
        }
        if (names.isEmpty()) {
            problems.add("/indices", "must name at least one index");
        }
        return indices.isEmpty() ? List.of(Index.SPX) : indices;
    }

    private void index(
            String pointer,
            @Nullable String name,
            @Nullable Dataset dataset,
            List<Index> available,
            List<Index> indices) {
        var known = Arrays.stream(Index.values())
                .filter(index -> index.name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            problems.add(pointer, "must be one of SPX, NDX");
        } else if (dataset != null && !available.contains(known.get())) {
            problems.add(pointer, dataset.name() + " has no row of " + known.get());
        } else if (indices.contains(known.get())) {
            problems.add(pointer, "must not be named twice");
        } else {
            indices.add(known.get());
        }
    }
}
