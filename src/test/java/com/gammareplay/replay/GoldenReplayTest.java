package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.report.JsonReport;
import com.gammareplay.testing.JsonCompare;
import com.gammareplay.testing.TestData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole replays equal what an independent implementation of the rules answered. */
class GoldenReplayTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Free text of the other implementation, and the date that our sessions call by another name. */
    private static final Set<String> NOT_COMPARED = Set.of("detail", "date");

    private static final JsonReport REPORT = new JsonReport();

    static Stream<Path> goldens() {
        return GoldenRuns.files().stream();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void replay_equals_the_independent_implementation(Path file) throws Exception {
        var golden = TestData.json(file);
        var result = GoldenRuns.result(file);

        var document = new ByteArrayOutputStream();
        REPORT.result(result, document);
        var actual = JSON.readTree(document.toByteArray());
        var decisions = new ByteArrayOutputStream();
        REPORT.decisions(result, decisions);

        var differences = new ArrayList<String>();
        JsonCompare.equal("trades", golden.path("trades"), actual.path("trades"), NOT_COMPARED, differences);
        JsonCompare.equal("decisions", golden.path("decisions"), lines(decisions), NOT_COMPARED, differences);
        JsonCompare.equal("summary", golden.path("summary"), actual.path("summary"), NOT_COMPARED, differences);
        compareSessions(golden.path("sessions"), actual.path("sessions"), differences);
        assertThat(differences).isEmpty();
    }

    private static void compareSessions(JsonNode golden, JsonNode actual, List<String> differences) {
        assertThat(actual.size()).isEqualTo(golden.size());
        for (var i = 0; i < golden.size(); i++) {
            assertThat(actual.get(i).path("session")).isEqualTo(golden.get(i).path("date"));
            JsonCompare.equal("sessions/" + i, golden.get(i), actual.get(i), NOT_COMPARED, differences);
        }
    }

    private static JsonNode lines(ByteArrayOutputStream ndjson) {
        var array = JSON.createArrayNode();
        ndjson.toString(StandardCharsets.UTF_8).lines().forEach(line -> array.add(JSON.readTree(line)));
        return array;
    }
}
