package com.gammareplay.api.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whoever writes a client by the problems in the description meets those. */
@ServiceTest
class DescribedProblemsTest {

    private static final Pattern ROW = Pattern.compile("\\| (\\d{3}) \\| (`[^|]*`) \\|.*");

    private final Client client;

    @Autowired
    DescribedProblemsTest(@LocalServerPort int port) {
        client = new Client(port);
    }

    private JsonNode calls() {
        return client.json(client.get("/v3/api-docs")).path("paths");
    }

    private static Stream<JsonNode> problems(JsonNode calls) {
        return calls.findValues("application/problem+json").stream()
                .flatMap(content -> content.path("examples").valueStream())
                .map(example -> example.path("value"));
    }

    @Test
    void they_are_those_that_the_documents_list() throws IOException {
        var listed = Files.readAllLines(Path.of("docs/api.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(row ->
                        Stream.of(row.group(2).replace("`", "").split(", ", -1)).map(code -> row.group(1) + " " + code))
                .collect(Collectors.toCollection(TreeSet::new));
        var shown = problems(calls())
                .map(problem -> problem.path("status").asInt() + " "
                        + problem.path("code").asString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).hasSizeGreaterThan(20).isSubsetOf(listed);
    }

    @Test
    void each_says_more_than_its_status() {
        assertThat(problems(calls())).allSatisfy(problem -> {
            assertThat(problem.path("detail").asString())
                    .isNotEmpty()
                    .isNotEqualTo(problem.path("title").asString() + ".");
            assertThat(problem.path("errors").size())
                    .as(problem.toString())
                    .isEqualTo(problem.path("code").asString().equals("invalid-request") ? 1 : 0);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /api/v1/backtests       |            | application/json | {"parameters": {"minCredt": 1}}
            POST   | /api/v1/sweeps          |            | application/json | {"base": {"parameters": {"minCredt": 1}}, "grid": {"step": [30]}}
            POST   | /api/v1/backtests       |            | text/plain       | {}
            GET    | /api/v1/queue           | ?verbose=1 | application/json |
            GET    | /api/v1/queue           |            | application/xml  |
            GET    | /api/v1/backtests/{id}  |            | application/json |
            DELETE | /api/v1/sweeps/{id}     |            | application/json |
            GET    | /api/v1/datasets/{name} |            | application/json |
            """)
    void one_is_described_as_it_is_answered(
            String method, String path, @Nullable String query, String type, @Nullable String body) {
        var answer = client.json(client.send(client.request(path.replaceAll("[{}]", "") + (query == null ? "" : query))
                .header(body == null ? "Accept" : "Content-Type", type)
                .method(method, BodyPublishers.ofString(body == null ? "" : body))));
        var described = problems(calls().path(path).path(method.toLowerCase(Locale.ROOT)))
                .filter(problem -> problem.path("code").equals(answer.path("code")))
                .toList();

        assertThat(described).hasSize(1);
        for (var field : new String[] {"type", "title", "status", "detail", "code", "errors"}) {
            assertThat(described.getFirst().path(field)).as(field).isEqualTo(answer.path(field));
        }
    }
}
