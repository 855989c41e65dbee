package com.gammareplay.fake;

import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.InvalidParametersException;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.requests.ReplayRequests;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests for two days, roughly as the real one does. */
final class FakeRequests implements ReplayRequests {

    private final DatasetCatalog catalog;

    FakeRequests(DatasetCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public ReplayRequest readAccepted(RawRequest raw) {
        return read(raw);
    }

    @Override
    public ReplayRequest read(RawRequest raw) {
        var problems = new ArrayList<InvalidRequestException.Problem>();
        var dataset = raw.dataset() == null ? "demo" : raw.dataset();
        if (catalog.dataset(dataset).isEmpty()) {
            problems.add(new InvalidRequestException.Problem("/dataset", "unknown dataset, did you mean demo?"));
        }
        var preset = Optional.ofNullable(raw.preset()).flatMap(Preset::find).orElse(Preset.LIVE);
        var parameters = parameters(preset, raw, problems);
        if (!problems.isEmpty() || parameters == null) {
            throw new InvalidRequestException(problems);
        }
        var named = Arrays.stream(Index.values())
                .filter(index -> raw.indices() != null && raw.indices().contains(index.name()))
                .toList();
        var indices = named.isEmpty() ? Arrays.asList(Index.values()) : named;
        var zone = ZoneId.of(raw.databaseZone() == null ? "UTC" : raw.databaseZone());
        return new ReplayRequest(
                dataset,
                zone,
                indices,
                FakeBacktests.DAY,
                FakeBacktests.DAY.plusDays(1),
                preset,
                parameters,
                2_500_000,
                0);
    }

    private static @Nullable ParameterValues parameters(
            Preset preset, RawRequest raw, List<InvalidRequestException.Problem> problems) {
        try {
            Map<String, ? extends @Nullable Object> changes = raw.parameters() == null ? Map.of() : raw.parameters();
            return ParameterValues.read(preset, changes);
        } catch (InvalidParametersException e) {
            e.problems()
                    .forEach(problem -> problems.add(new InvalidRequestException.Problem(
                            "/parameters/" + problem.parameter(), problem.message())));
            return null;
        }
    }
}
