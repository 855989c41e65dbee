package com.gammareplay.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A named set of parameter values (bot rules, section 9). */
public enum Preset {
    LIVE("The rules of the running bot, March 2026."),
    JANUARY("The replay design of January 2026.");

    private final String meaning;

    Preset(String meaning) {
        this.meaning = meaning;
    }

    /** The name that requests use: {@code live}, {@code january}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One sentence for users. */
    public String meaning() {
        return meaning;
    }

    /** What differs from the defaults, as plain values by parameter name. */
    public Map<String, Object> changes() {
        return switch (this) {
            case LIVE -> Map.of();
            case JANUARY ->
                Map.ofEntries(
                        Map.entry(Parameters.ENTRY_FROM.name(), "09:36"),
                        Map.entry(Parameters.ENTRY_UNTIL.name(), "13:01"),
                        Map.entry(Parameters.VIX_FLOOR.name(), 12),
                        Map.entry(Parameters.PROFIT_TARGET_HIGH.name(), 0.50),
                        Map.entry(Parameters.PROFIT_TARGET_MEDIUM.name(), 0.60),
                        Map.entry(Parameters.STOP_LOSS.name(), -0.10),
                        Map.entry(Parameters.STOP_LOSS_AFTER.name(), 180),
                        Map.entry(Parameters.EMERGENCY_STOP.name(), -0.40),
                        Map.entry(Parameters.TRAILING_ARM.name(), 0.20),
                        Map.entry(Parameters.TRAILING_DISTANCE.name(), 0.08));
        };
    }

    /** The preset of a label. */
    public static Optional<Preset> find(String label) {
        return Arrays.stream(values())
                .filter(preset -> preset.label().equals(label))
                .findFirst();
    }
}
