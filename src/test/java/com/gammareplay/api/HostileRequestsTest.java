package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With {@code -Dgamma.fuzz=10000} so many requests are sent. */
@ServiceTest
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("gamma.fuzz", 1000);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \r]");
    private static final Pattern INTERNAL = Pattern.compile(
            "(?i)exception|\\bat [a-z]+\\.|springframework|apache|tomcat|jackson|sqlite_|org\\.sqlite|jdbc|hikari|gammareplay\\."
                    + "|java\\.|jakarta|stack ?trace|<html|\\bselect .* from|\\binsert into|/work/|/root/|/home/|jobs\\.db");

    private final Client client;
    private final RawHttp raw;

    @Autowired
    HostileRequestsTest(@LocalServerPort int port) {
        client = new Client(port);
        raw = new RawHttp(port);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 20_260_112)
    void no_request_breaks_the_service_or_shows_its_inside(long seed) throws IOException {
        var requests = new HostileRequests(Path.of("api-spec/openapi.yaml"), seed);
        var complaints = new ArrayList<String>();
        for (var number = 0; number < REQUESTS; number++) {
            var request = requests.next();
            complaint(request, answer(request))
                    .ifPresent(complaint -> complaints.add(complaint + "\n--- to\n" + shown(request)));
        }

        assertThat(complaints).isEmpty();
        client.awaitStatus(client.submit("{\"dataset\": \"demo\"}"), "SUCCEEDED");
    }

    private String answer(String request) {
        try {
            return raw.send(request);
        } catch (IOException e) { // no answer in time, or a connection that was cut
            return e.toString();
        }
    }

    private static Optional<String> complaint(String request, String answer) {
        var status = STATUS.matcher(answer);
        if (!status.lookingAt() && answer.startsWith("{\"type\":\"urn:gamma-replay:problem:bad-request\"")) {
            return Optional.empty(); // a request without a version is of the first one, whose answers had no head
        }
        if (!status.lookingAt()) {
            return Optional.of("no answer: " + shown(answer));
        }
        var code = Integer.parseInt(status.group(1));
        if (code >= 500 || INTERNAL.matcher(answer).find()) {
            return Optional.of(shown(answer));
        }
        var hasBody = !request.startsWith("HEAD ");
        if (code >= 400 && (!answer.contains("X-Request-Id: ") || !answer.contains("application/problem+json"))) {
            return Optional.of("no problem: " + shown(answer));
        }
        if (code >= 400 && hasBody && !answer.contains("\"requestId\":\"")) {
            return Optional.of("no body: " + shown(answer));
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.length() > 1200 ? text.substring(0, 1200) + "..." : text;
    }
}
