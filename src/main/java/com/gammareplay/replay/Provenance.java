package com.gammareplay.replay;

import com.gammareplay.hash.Sha256;
import com.gammareplay.parameters.ParameterValues;
import java.util.stream.Collectors;

/**
 * What a result was made from: the same provenance, the same result.
 *
 * @param databaseZone in which the timestamps were read
 * @param synthetic whether the market was made up
 * @param data SHA-256 of the rows read, in hexadecimal
 * @param parameters SHA-256 of the effective parameters, in hexadecimal
 * @param calendar version of the exchange calendar
 * @param version of the service
 */
public record Provenance(
        String dataset,
        String databaseZone,
        boolean synthetic,
        String data,
        String parameters,
        String calendar,
        String version) {

    /** Over one line {@code name=value} a parameter, in the order of the listing. */
    public static String digest(ParameterValues parameters) {
        return Sha256.hex(parameters.plain().entrySet().stream()
                .map(parameter -> parameter + "\n")
                .collect(Collectors.joining()));
    }
}
