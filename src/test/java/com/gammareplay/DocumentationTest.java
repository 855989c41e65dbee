package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.SkipReason;
import com.gammareplay.parameters.Parameter;
import com.gammareplay.parameters.ParameterType;
import com.gammareplay.parameters.Parameters;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.statistics.Dimension;
import com.gammareplay.statistics.ResultNumber;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What the documentation says of names, defaults, links and paths is so. */
class DocumentationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern PROJECT_PATH =
            Pattern.compile("(?<![\\w./-])(?:src|docs|api-spec|\\.ci)/[\\w./-]*[\\w-]");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern JAR = Pattern.compile("[\\w./-]*gamma-replay[\\w.-]*\\.jar");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>gamma-replay</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");

    static List<Path> pages() throws IOException {
        try (var root = Files.list(Path.of(""));
                var docs = Files.list(DOCS)) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<MatchResult> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_relative_link_leads_somewhere(Path page) throws IOException {
        var folder = page.toAbsolutePath().resolveSibling("");
        assertThat(found(LINK, page))
                .extracting(link -> link.group(1))
                .filteredOn(target -> !target.contains("://"))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_path_of_the_project_exists(Path page) throws IOException {
        assertThat(found(PROJECT_PATH, page))
                .extracting(MatchResult::group)
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_class_and_alert_that_is_named_exists(Path page) throws IOException {
        var names = Stream.concat(sources().stream(), alerts().stream()).toList();
        assertThat(found(TYPE, page)).extracting(name -> name.group(1)).isSubsetOf(names);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_jar_has_one_name(Path page) throws IOException {
        var name = "target/gamma-replay-"
                + found(VERSION, Path.of("pom.xml")).getFirst().group(1) + ".jar";
        assertThat(found(JAR, page)).extracting(MatchResult::group).allMatch(name::equals);
    }

    @Test
    void every_alert_is_explained() throws IOException {
        assertThat(found(TYPE, DOCS.resolve("operations.md")))
                .extracting(name -> name.group(1))
                .containsAll(alerts());
    }

    private static List<String> alerts() throws IOException {
        return found(ALERT, Path.of("docker/prometheus/alerts.yml")).stream()
                .map(alert -> alert.group(1))
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }

    @Test
    void every_parameter_stands_in_the_table_with_type_and_default() throws IOException {
        var rows = Files.readAllLines(DOCS.resolve("bot.md"));
        var missing = new ArrayList<String>();
        for (Parameter<?> parameter : Parameters.all()) {
            var start = "| `" + parameter.name() + "` | " + parameter.type().name() + " |";
            var standard = "| `" + standard(parameter) + "` |";
            if (rows.stream().noneMatch(row -> row.startsWith(start) && row.contains(standard))) {
                missing.add(start + " … " + standard);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static <T extends @Nullable Object> String standard(Parameter<T> parameter) {
        ParameterType<T> type = parameter.type();
        return JSON.writeValueAsString(type.write(parameter.standard()));
    }

    @Test
    void the_table_names_no_parameter_that_is_not_there() throws IOException {
        var page = Files.readString(DOCS.resolve("bot.md"));
        var table = page.substring(page.indexOf("\n## Parameters"), page.indexOf("\n## Forms"));
        var known = Parameters.all().stream().map(Parameter::name).toList();
        var named = Pattern.compile("(?m)^\\| `([\\w.]+)`").matcher(table).results();
        assertThat(named.map(name -> name.group(1))).isSubsetOf(known);
    }

    @Test
    void every_change_of_the_preset_january_stands_in_its_table() throws IOException {
        var page = Files.readString(DOCS.resolve("bot.md"));
        Preset.JANUARY
                .changes()
                .forEach((name, value) ->
                        assertThat(page).contains("| `" + name + "` | `" + JSON.writeValueAsString(value) + "` |"));
    }

    @Test
    void every_count_of_a_session_s_coverage_is_explained() throws Exception {
        var page = Files.readString(DOCS.resolve("recordings.md"));
        var fields = Class.forName("com.gammareplay.report.CoverageJson").getRecordComponents();
        assertThat(fields)
                .extracting(RecordComponent::getName)
                .contains("quoteTimes")
                .filteredOn(name -> !name.equals("index"))
                .allSatisfy(name -> assertThat(page).containsPattern("(?m)^\\| [^|]*`" + name + "`[^|]* \\|"));
    }

    @Test
    void every_reason_stands_in_the_tables_in_its_order() throws IOException {
        var page = Files.readString(DOCS.resolve("bot.md"));
        var skips = Arrays.stream(SkipReason.values()).map(Enum::name).toList();
        var exits = Arrays.stream(ExitReason.values()).map(Enum::name).toList();
        assertThat(reasonRows(page))
                .containsExactlyElementsOf(
                        Stream.of(skips, exits).flatMap(List::stream).collect(Collectors.toList()));
    }

    @Test
    void every_warning_stands_in_the_table_in_its_order() throws IOException {
        var rows = found(Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|"), DOCS.resolve("trust.md")).stream()
                .map(row -> row.group(1))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(WarningCode.values()).map(Enum::name).toList());
    }

    @Test
    void every_number_of_the_summary_stands_in_its_table_in_its_order() throws IOException {
        assertThat(firstCells("\n## The summary", "\n## Drawdowns"))
                .containsExactlyElementsOf(Arrays.stream(ResultNumber.values())
                        .map(number -> "`" + number.label() + "`")
                        .toList());
    }

    @Test
    void every_breakdown_stands_in_its_table_in_its_order() throws IOException {
        assertThat(firstCells("\n## Breakdowns", "\n## Sources"))
                .containsExactlyElementsOf(Arrays.stream(Dimension.values())
                        .map(dimension -> "`" + dimension.label() + "`")
                        .toList());
    }

    private static Stream<String> firstCells(String from, String to) throws IOException {
        var page = Files.readString(DOCS.resolve("statistics.md"));
        var tables = page.substring(page.indexOf(from), page.indexOf(to));
        var cells = Pattern.compile("(?m)^\\| (`[^|]+`) \\|").matcher(tables).results();
        return cells.flatMap(cell -> Stream.of(cell.group(1).split(", ")));
    }

    private static List<String> reasonRows(String page) {
        return Pattern.compile("(?m)^\\| (?:\\d+)? ?\\| `([A-Z_]+)` \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .toList();
    }
}
