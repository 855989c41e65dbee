package com.gammareplay.replay;

import com.gammareplay.bot.ExactNumbers;
import com.gammareplay.bot.InvalidParametersException;
import com.gammareplay.bot.NearestName;
import com.gammareplay.bot.ParameterValues;
import com.gammareplay.bot.Preset;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.replay.InvalidRequestException.Problem;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks requests against the datasets and fills in their defaults; everything that is wrong is found at once. */
final class RequestReader {

    private static final BigDecimal DEFAULT_BALANCE = BigDecimal.valueOf(25_000);
    private static final BigDecimal MOST_BALANCE = BigDecimal.valueOf(1_000_000_000);

    private final DatasetCatalog datasets;
    private final ExchangeCalendar calendar;

    RequestReader(DatasetCatalog datasets, ExchangeCalendar calendar) {
        this.datasets = datasets;
        this.calendar = calendar;
    }

    ReplayRequest read(RawRequest raw) {
        return new Reading(raw, datasets.datasets()).request();
    }

    /** Reads a request that was accepted before: its dataset is taken for what it was then. */
    ReplayRequest readAccepted(RawRequest raw) {
        var name = Objects.requireNonNull(raw.dataset(), "an accepted request names its dataset");
        var content = new Dataset.Content(List.of(Index.values()), null, null);
        return new Reading(raw, List.of(new Dataset(name, false, false, 0, content, null))).request();
    }

    /** The reading of one request: collects problems, and uses stand-ins to go on behind one. */
    private final class Reading {
        private final RawRequest raw;
        private final List<Dataset> all;
        private final List<Problem> problems = new ArrayList<>();

        Reading(RawRequest raw, List<Dataset> all) {
            this.raw = raw;
            this.all = all;
        }

        ReplayRequest request() {
            var preset = preset();
            var parameters = parameters(preset);
            var balance = balance();
            var coverage = requireCoverage();
            var zone = new ZoneReader(problems).read(raw.databaseZone());
            var dataset = dataset();
            var indices = new IndicesReader(problems).read(raw.indices(), dataset);
            var range = new DateRangeReader(calendar, problems)
                    .read(raw.from(), raw.to(), dataset == null ? null : () -> sessions(dataset, zone));
            if (dataset == null || range == null || !problems.isEmpty()) {
                throw new InvalidRequestException(problems);
            }
            return new ReplayRequest(
                    dataset.name(), zone, indices, range.from(), range.to(), preset, parameters, balance, coverage);
        }

        private void problem(String pointer, String message) {
            if (problems.size() < InvalidRequestException.MOST_PROBLEMS) {
                problems.add(new Problem(pointer, message));
            }
        }

        private Preset preset() {
            var label = raw.preset();
            if (label == null) {
                return Preset.LIVE;
            }
            var labels = Arrays.stream(Preset.values()).map(Preset::label).toList();
            return Preset.find(label).orElseGet(() -> {
                problem("/preset", "must be one of " + String.join(", ", labels) + NearestName.hint(label, labels));
                return Preset.LIVE;
            });
        }

        private ParameterValues parameters(Preset preset) {
            try {
                return ParameterValues.read(preset, raw.parameters() == null ? Map.of() : raw.parameters());
            } catch (InvalidParametersException e) {
                e.problems()
                        .forEach(bad -> problem(
                                "/parameters/" + escaped(bad.parameter()),
                                RawRequest.mistakenParameter(bad.parameter()).orElse(bad.message())));
                return ParameterValues.of(preset);
            }
        }

        private long balance() {
            var balance = Objects.requireNonNullElse(raw.startingBalance(), DEFAULT_BALANCE);
            if (balance.signum() <= 0 || balance.compareTo(MOST_BALANCE) > 0 || ExactNumbers.decimals(balance) > 2) {
                problem(
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
                problem("/requireCoverage", "must be from 0 to 1");
            } else if (!ExactNumbers.fitsDouble(coverage)) {
                problem("/requireCoverage", "must be a number that 64 bits can hold as it is written");
            }
            return coverage.doubleValue();
        }

        private @Nullable Dataset dataset() {
            var names = all.stream().map(Dataset::name).toList();
            if (raw.dataset() == null) {
                // Those that are recorded here come and go: what is meant must not depend on them.
                var meant = all.stream().filter(dataset -> !dataset.live()).toList();
                if (meant.size() != 1) {
                    problem(
                            "/dataset",
                            all.isEmpty() ? "there is no dataset" : "must be given, as one of " + listed(names));
                    return null;
                }
                return readable(meant.getFirst());
            }
            for (var dataset : all) {
                if (dataset.name().equals(raw.dataset())) {
                    return readable(dataset);
                }
            }
            problem(
                    "/dataset",
                    "there is no dataset " + (raw.dataset().isEmpty() ? "\"\"" : shortened(raw.dataset()))
                            + (names.isEmpty() ? "" : ", only " + listed(names))
                            + NearestName.hint(raw.dataset(), names));
            return null;
        }

        private Optional<SessionRange> sessions(Dataset dataset, ZoneId zone) {
            try {
                return datasets.sessions(dataset.name(), zone);
            } catch (DataException e) {
                problem("/dataset", "cannot be read: " + e.getMessage());
                return Optional.empty();
            }
        }

        private @Nullable Dataset readable(Dataset dataset) {
            if (dataset.problem() != null) {
                problem("/dataset", "cannot be read: " + dataset.problem());
                return null;
            }
            return dataset;
        }
    }

    private static String listed(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(names.size(), 20)));
        return names.size() > 20 ? shown + ", …" : shown;
    }

    /** A name as a reference token of a JSON pointer (RFC 6901), shortened so that answers stay short. */
    private static String escaped(String name) {
        return shortened(name).replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
