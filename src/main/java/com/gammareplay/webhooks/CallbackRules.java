package com.gammareplay.webhooks;

import com.gammareplay.requests.CallbackUrl;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which URLs may be called, as far as that can be told without looking a name up. */
final class CallbackRules {

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65535;
    private static final int FIRST_FREE_PORT = 1024;
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");
    private static final List<Integer> WEB_PORTS = List.of(80, 443);
    private static final List<String> PRIVATE_DOMAINS = List.of(".localhost", ".local", ".internal", ".home.arpa");

    private final SigningSecrets secrets;
    private final boolean allowHttp;
    private final boolean allowPrivate;

    CallbackRules(SigningSecrets secrets, boolean allowHttp, boolean allowPrivate) {
        this.secrets = secrets;
        this.allowHttp = allowHttp;
        this.allowPrivate = allowPrivate;
    }

    /** What is wrong with a URL; empty if it may be called. */
    Optional<String> problem(CallbackUrl url) {
        if (secrets.isEmpty()) {
            return Optional.of("is not possible: this service has no secret to sign webhooks with");
        }
        if (url.value().length() > MAX_LENGTH) {
            return Optional.of("must have at most " + MAX_LENGTH + " characters");
        }
        try {
            return problem(new URI(url.value()));
        } catch (URISyntaxException _) { // its message would repeat the URL
            return Optional.of("must be an absolute URL, in ASCII");
        }
    }

    private Optional<String> problem(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && allowHttp)) {
            return Optional.of("must be an absolute URL that begins with https://" + (allowHttp ? " or http://" : ""));
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("must not have a user or a password");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("must not have a fragment");
        }
        if (uri.getHost() == null) {
            return Optional.of("must have a host, a name in ASCII or a plain address");
        }
        if (!isUsable(uri.getPort())) {
            return Optional.of("must have port 80, 443, or one from 1024 to 65535");
        }
        return isPrivate(uri.getHost()) ? Optional.of("must not lead to a private address") : Optional.empty();
    }

    /** Other low ports belong to services that speak something else, such as mail. */
    private boolean isUsable(int port) {
        if (port == -1 || WEB_PORTS.contains(port)) {
            return true;
        }
        return port >= (allowPrivate ? 1 : FIRST_FREE_PORT) && port <= MAX_PORT;
    }

    private boolean isPrivate(String host) {
        if (allowPrivate) {
            return false;
        }
        if (host.startsWith("[") || IPV4.matcher(host).matches()) {
            return isPrivateLiteral(host);
        }
        var lower = host.toLowerCase(Locale.ROOT);
        var name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return !name.contains(".") || PRIVATE_DOMAINS.stream().anyMatch(name::endsWith);
    }

    private static boolean isPrivateLiteral(String host) {
        try {
            var address = InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
            // Other programs read 0177.0.0.1 as octal.
            var isAmbiguous = IPV4.matcher(host).matches() && !host.equals(address.getHostAddress());
            return isAmbiguous || !PublicAddresses.contain(address);
        } catch (IllegalArgumentException _) { // an address with a zone
            return true;
        }
    }
}
