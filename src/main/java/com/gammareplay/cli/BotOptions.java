package com.gammareplay.cli;

import com.gammareplay.requests.RawRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the bot trades, and how. */
final class BotOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            split = ",",
            description = "SPX or NDX, repeatable; all that the market has if left out.")
    private @Nullable List<String> indices;

    @Option(names = "--preset", paramLabel = "NAME", description = "live (default) or january.")
    private @Nullable String preset;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the bot, repeatable; the value is JSON or a bare word.")
    private List<String> parameters = List.of();

    @Option(names = "--balance", paramLabel = "DOLLARS", description = "Starting balance, 25000.00 if left out.")
    private @Nullable BigDecimal balance;

    /**
     * A request with these options.
     *
     * @throws ParameterException if one cannot be read
     */
    RawRequest raw(
            @Nullable String dataset,
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to,
            @Nullable Double requireCoverage) {
        try {
            return new RawRequest(
                    dataset,
                    zone,
                    Values.indices(indices),
                    from,
                    to,
                    preset == null ? null : Values.preset(preset),
                    ParameterOptions.read(parameters),
                    balance,
                    requireCoverage == null ? null : BigDecimal.valueOf(requireCoverage));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
