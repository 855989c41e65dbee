package com.gammareplay.requests;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ExactNumbers;
import com.gammareplay.parameters.InvalidParametersException;
import com.gammareplay.parameters.NearestName;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.ReplayRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks requests against the datasets and fills in their defaults; everything that is wrong is found at once. */
public final class RequestReader implements ReplayRequests {

    private static final BigDecimal DEFAULT_BALANCE = BigDecimal.valueOf(25_000);
    private static final BigDecimal MOST_BALANCE = BigDecimal.valueOf(1_000_000_000);

    private final DatasetCatalog datasets;
    private final ExchangeCalendar calendar = new ExchangeCalendar();

    public RequestReader(DatasetCatalog datasets) {
        this.datasets = datasets;
    }

    @Override
    public ReplayRequest read(RawRequest raw) {
        return new Reading(raw, datasets.datasets()).request();
    }

    /** Its dataset is taken for what it was when the request was accepted. */
    @Override
    public ReplayRequest readAccepted(RawRequest raw) {
        var name = Objects.requireNonNull(raw.dataset(), "an accepted request names its dataset");
        var content = new Dataset.Content(List.of(Index.values()), null, null);
        return new Reading(raw, List.of(new Dataset(name, false, false, 0, content, null))).request();
    }

    /** The reading of one request: collects problems, and uses stand-ins to go on behind one. */
    private final class Reading {
        private final RawRequest raw;
        private final List<Dataset> all;
        private final Problems problems = new Problems();

        Reading(RawRequest raw, List<Dataset> all) {
            this.raw = raw;
            this.all = all;
        }

        ReplayRequest request() {
            var preset = preset();
            var parameters = parameters(preset);
            var balance = balance();
            var coverage = requireCoverage();
            var zone = ZoneReader.read(raw.databaseZone(), problems);
            var reader = new DatasetReader(datasets, problems);
            var dataset = reader.read(raw.dataset(), all);
            var indices = new IndicesReader(problems).read(raw.indices(), dataset);
            var range = new DateRangeReader(calendar, problems)
                    .read(raw.from(), raw.to(), dataset == null ? null : () -> reader.sessions(dataset, zone));
            if (dataset == null || range == null || !problems.isEmpty()) {
                throw new InvalidRequestException(problems.list());
            }
            return new ReplayRequest(
                    dataset.name(), zone, indices, range.from(), range.to(), preset, parameters, balance, coverage);
        }

        private Preset preset() {
            var label = raw.preset();
            if (label == null) {
                return Preset.LIVE;
            }
            var labels = Arrays.stream(Preset.values()).map(Preset::label).toList();
            return Preset.find(label).orElseGet(() -> {
                problems.add(
                        "/preset", "must be one of " + String.join(", ", labels) + NearestName.hint(label, labels));
                return Preset.LIVE;
            });
        }

        private ParameterValues parameters(Preset preset) {
            try {
                return ParameterValues.read(preset, raw.parameters() == null ? Map.of() : raw.parameters());
            } catch (InvalidParametersException e) {
                e.problems()
                        .forEach(bad -> problems.add(
                                "/parameters/" + Problems.escaped(bad.parameter()),
                                RawRequest.mistakenParameter(bad.parameter()).orElse(bad.message())));
                return ParameterValues.of(preset);
            }
        }

        private long balance() {
            var balance = Objects.requireNonNullElse(raw.startingBalance(), DEFAULT_BALANCE);
            if (balance.signum() <= 0 || balance.compareTo(MOST_BALANCE) > 0 || ExactNumbers.decimals(balance) > 2) {
                problems.add(
                        "/startingBalance",
                        "must be more than 0 and at most " + MOST_BALANCE.toPlainString()
                                + " dollars, with at most two decimals");
                return 1;
            }
            return Cents.of(balance.doubleValue());
        }

        private double requireCoverage() {
            var coverage = Objects.requireNonNullElse(raw.requireCoverage(), BigDecimal.ZERO);
            if (coverage.signum() < 0 || coverage.compareTo(BigDecimal.ONE) > 0) {
                problems.add("/requireCoverage", "must be from 0 to 1");
            } else if (!ExactNumbers.fitsDouble(coverage)) {
                problems.add("/requireCoverage", "must be a number that 64 bits can hold as it is written");
            }
            return coverage.doubleValue();
        }
    }
}
