package com.gammareplay.marketdata.tradier;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How Tradier is asked. Shows its token to nobody, also if it is refused.
 *
 * @param baseUrl of the API, without {@code /v1}; encrypted, unless it is on this machine
 * @param token the access token, which belongs to the host
 * @param connectTimeout of a connection
 * @param requestTimeout of one request, from its beginning to the last byte of the answer
 * @param checkTimeout of all requests of a check together
 * @param firstPause before a failed request is repeated, shortened at random by up to half; doubled each time
 * @param longestPause that the first one grows to
 * @param attempts at a request, the first among them
 * @param maxAnswer bytes of an answer that are read
 */
public record TradierSettings(
        URI baseUrl,
        String token,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration checkTimeout,
        Duration firstPause,
        Duration longestPause,
        int attempts,
        int maxAnswer) {

    /** Serves the market as it is, to those who have an account. */
    public static final URI LIVE = URI.create("https://api.tradier.com");

    /** Serves the market 15 minutes late. */
    public static final URI SANDBOX = URI.create("https://sandbox.tradier.com");

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    public TradierSettings {
        require(TOKEN.matcher(token).matches(), "token must be visible ASCII characters, at least one");
        require(isSafe(baseUrl), "baseUrl must be https://HOST, or http://HOST on this machine, without user or query");
        require(connectTimeout.isPositive(), "connectTimeout must be more than 0");
        require(requestTimeout.isPositive(), "requestTimeout must be more than 0");
        require(checkTimeout.isPositive(), "checkTimeout must be more than 0");
        require(firstPause.toMillis() > 0, "firstPause must be at least a millisecond");
        require(longestPause.compareTo(firstPause) >= 0, "longestPause must be at least firstPause");
        require(attempts > 0, "attempts must be more than 0");
        require(maxAnswer > 0 && maxAnswer < Integer.MAX_VALUE, "maxAnswer must be from 1 to 2147483646");
    }

    /** The settings of a host that are left alone. */
    public static TradierSettings of(URI baseUrl, String token) {
        return new TradierSettings(
                baseUrl,
                token,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                10,
                10_000_000);
    }

    private static boolean isSafe(URI url) {
        var host = Objects.requireNonNullElse(url.getHost(), "");
        var isEncrypted = "https".equalsIgnoreCase(url.getScheme()) && !host.isEmpty();
        var isHere = "http".equalsIgnoreCase(url.getScheme())
                && LOOPBACK.matcher(host).matches();
        return (isEncrypted || isHere)
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    String host() {
        return baseUrl.getHost();
    }

    boolean isSandbox() {
        return host().equalsIgnoreCase(SANDBOX.getHost());
    }

    /** The address of a call, such as {@code markets/clock}. */
    URI url(String path) {
        var base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "v1/" + path);
    }

    @Override
    public String toString() {
        return "TradierSettings[baseUrl=" + baseUrl + ", token=hidden]";
    }
}
