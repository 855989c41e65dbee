package com.gammareplay.cli;

import com.gammareplay.marketdata.tradier.TradierSettings;
import java.net.URI;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How the broker is asked. Its key is no option: others would see it in the list of processes. */
final class Broker {

    private static final String TOKEN = "TRADIER_TOKEN";

    private Broker() {}

    /**
     * The settings with the key of the environment.
     *
     * @param url where it is asked, empty for the live market
     * @throws ParameterException if there is no key, or one of them cannot be one
     */
    static TradierSettings settings(CommandLine command, String url) {
        var token = System.getenv(TOKEN);
        if (token == null || token.isEmpty()) {
            throw new ParameterException(command, "--source: needs a key to the broker, and " + TOKEN + " is not set");
        }
        try {
            return TradierSettings.of(url.isEmpty() ? TradierSettings.LIVE : URI.create(url), token);
        } catch (IllegalArgumentException e) {
            var message = String.valueOf(e.getMessage());
            var isToken = message.startsWith("token ");
            throw new ParameterException(command, (isToken ? TOKEN : "--tradier-url") + ": " + message, e);
        }
    }
}
