package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gammareplay.fake.FakeCatalog;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.ReplayRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may leave out, and every way in which it can be wrong, by JSON pointer. */
class RequestReaderTest {

    private static final Dataset BOTH =
            FakeCatalog.dataset("both", List.of(Index.values()), "2026-01-12", "2026-01-13");
    private static final Dataset SPX_ONLY = FakeCatalog.dataset("spx", List.of(Index.SPX), "2026-01-12", "2026-01-13");
    private static final RawRequest NOTHING = new RawRequest(null, null, null, null, null, null, null, null, null);

    private static ReplayRequest read(RawRequest raw, Dataset... datasets) {
        return new RequestReader(FakeCatalog.of(datasets)).read(raw);
    }

    /** Problems, such as {@code /to must be a date}. */
    private static List<String> problems(RawRequest raw, Dataset... datasets) {
        var invalid = catchThrowableOfType(InvalidRequestException.class, () -> read(raw, datasets));
        return invalid.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    private static RawRequest dataset(String name) {
        return new RawRequest(name, null, null, null, null, null, null, null, null);
    }

    private static RawRequest indices(@Nullable String... names) {
        return new RawRequest(null, null, new ArrayList<>(Arrays.asList(names)), null, null, null, null, null, null);
    }

    private static RawRequest balance(@Nullable String dollars, @Nullable String coverage) {
        return new RawRequest(null, null, null, null, null, null, null, decimal(dollars), decimal(coverage));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static RawRequest parameters(Map<String, Object> parameters) {
        return new RawRequest(null, null, null, null, null, null, parameters, null, null);
    }

    @Test
    void an_empty_request_replays_the_only_dataset_as_far_as_it_goes() {
        var request = read(NOTHING, BOTH);

        assertThat(request.dataset()).isEqualTo("both");
        assertThat(request.databaseZone().getId()).isEqualTo("UTC");
        assertThat(request.indices()).containsExactly(Index.SPX, Index.NDX);
        assertThat(request.from()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(request.to()).isEqualTo(LocalDate.of(2026, 1, 13));
        assertThat(request.preset()).isEqualTo(Preset.LIVE);
        assertThat(request.parameters().plain())
                .isEqualTo(ParameterValues.of(Preset.LIVE).plain());
        assertThat(request.startingBalance()).isEqualTo(2_500_000);
        assertThat(request.requireCoverage()).isZero();
    }

    @Test
    void indices_come_in_the_order_of_the_rules_whatever_their_order_in_the_request() {
        assertThat(read(indices("NDX", "SPX"), BOTH).indices()).containsExactly(Index.SPX, Index.NDX);
        assertThat(read(NOTHING, SPX_ONLY).indices()).containsExactly(Index.SPX);
    }

    @Test
    void parameters_change_their_preset() {
        var raw = new RawRequest(null, null, null, null, null, "january", Map.of("stopLoss", -0.3), null, null);
        var plain = read(raw, BOTH).parameters().plain();

        assertThat(plain).containsEntry("stopLoss", -0.3).containsEntry("vixFloor", 12.0);
    }

    @Test
    void the_dataset_must_exist_be_readable_and_be_named_among_several() {
        assertThat(problems(NOTHING)).containsExactly("/dataset there is no dataset");
        assertThat(problems(NOTHING, BOTH, SPX_ONLY)).containsExactly("/dataset must be given, as one of both, spx");
        assertThat(problems(dataset("bot"), BOTH, SPX_ONLY))
                .containsExactly("/dataset there is no dataset bot, only both, spx, did you mean both?");
        assertThat(problems(dataset("x"))).containsExactly("/dataset there is no dataset x");
        assertThat(problems(dataset("bad"), BOTH, FakeCatalog.unreadable("bad")))
                .containsExactly("/dataset cannot be read: it is no SQLite file");
        assertThat(problems(NOTHING, FakeCatalog.unreadable("bad")))
                .containsExactly("/dataset cannot be read: it is no SQLite file");
    }

    @Test
    void a_recording_that_is_written_here_is_meant_only_by_its_name() {
        var live = FakeCatalog.live("live");
        assertThat(read(NOTHING, BOTH, live).dataset()).isEqualTo("both");
        assertThat(read(dataset("live"), BOTH, live).dataset()).isEqualTo("live");
        assertThat(problems(NOTHING, live)).containsExactly("/dataset must be given, as one of live");
        assertThat(problems(NOTHING, BOTH, live, SPX_ONLY))
                .containsExactly("/dataset must be given, as one of both, live, spx");
    }

    @Test
    void a_dataset_without_a_known_index_cannot_stand_in_for_one() {
        assertThat(problems(NOTHING, FakeCatalog.dataset("empty", List.of(), null, null)))
                .containsExactly(
                        "/dataset empty has no row of SPX or NDX",
                        "/from must be given: the dataset has no session to take it from",
                        "/to must be given: the dataset has no session to take it from");
    }

    @Test
    void every_index_must_be_known_recorded_and_named_once() {
        assertThat(problems(indices(), BOTH)).containsExactly("/indices must name at least one index");
        assertThat(problems(indices("SPX", "spx", null), BOTH))
                .containsExactly("/indices/1 must be one of SPX, NDX", "/indices/2 must be one of SPX, NDX");
        assertThat(problems(indices("SPX", "SPX"), BOTH)).containsExactly("/indices/1 must not be named twice");
        assertThat(problems(indices("NDX"), SPX_ONLY)).containsExactly("/indices/0 spx has no row of NDX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000.01", "1e400", "100.001", "1e-400"})
    void the_balance_must_be_some_dollars_and_cents(String dollars) {
        assertThat(problems(balance(dollars, null), BOTH))
                .containsExactly(
                        "/startingBalance must be more than 0 and at most 1000000000 dollars, with at most two decimals");
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "1000000000, 100000000000", "1e3, 100000", "12345.670, 1234567"})
    void a_balance_is_kept_in_cents(String dollars, long cents) {
        assertThat(read(balance(dollars, null), BOTH).startingBalance()).isEqualTo(cents);
    }

    @Test
    void the_required_coverage_is_a_share() {
        assertThat(problems(balance(null, "-0.01"), BOTH)).containsExactly("/requireCoverage must be from 0 to 1");
        assertThat(problems(balance(null, "1.01"), BOTH)).containsExactly("/requireCoverage must be from 0 to 1");
        for (var other : List.of("1e-400", "0.99999999999999999999", "0.99999999999999999")) {
            assertThat(problems(balance(null, other), BOTH))
                    .containsExactly("/requireCoverage must be a number that 64 bits can hold as it is written");
        }
        assertThat(read(balance(null, "1"), BOTH).requireCoverage()).isEqualTo(1);
    }

    private static RawRequest zone(String zone) {
        return new RawRequest(null, zone, null, null, null, null, null, null, null);
    }

    @Test
    void the_zone_of_the_recording_must_be_known() {
        assertThat(read(zone("Asia/Tokyo"), BOTH).databaseZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(read(zone(FakeCatalog.TWO_DAYS_LATER.getId()), BOTH).from()).isEqualTo(LocalDate.of(2026, 1, 14));
        assertThat(problems(zone("Mars"), BOTH))
                .containsExactly("/databaseZone must be a zone id such as \"UTC\" or \"America/New_York\"");
        assertThat(problems(zone("America/NewYork"), BOTH).getFirst()).endsWith(", did you mean America/New_York?");
        for (var ofNewYork : List.of("EST", "edt", "ET", "New York")) {
            assertThat(problems(zone(ofNewYork), BOTH).getFirst()).endsWith(", did you mean America/New_York?");
        }
        assertThat(problems(zone("CST"), BOTH).getFirst()).doesNotContain("did you mean");
        assertThat(problems(zone("utc"), BOTH).getFirst()).endsWith(", did you mean UTC?");
        assertThat(problems(zone(""), BOTH)).hasSize(1);
        assertThat(problems(zone("+01:00"), BOTH)).hasSize(1);
    }

    @Test
    void a_field_of_the_request_among_the_parameters_is_told_where_it_belongs() {
        assertThat(problems(parameters(Map.of("databaseZone", "UTC")), BOTH))
                .containsExactly(
                        "/parameters/databaseZone is no parameter but a field of the request, beside parameters");
    }

    @Test
    void the_preset_must_be_known() {
        var raw = new RawRequest(null, null, null, null, null, "januar", null, null, null);

        assertThat(problems(raw, BOTH)).containsExactly("/preset must be one of live, january, did you mean january?");
    }

    @Test
    void the_pointer_of_a_parameter_is_escaped_and_short() {
        assertThat(problems(parameters(Map.of("a/b~c", 1)), BOTH).getFirst())
                .startsWith("/parameters/a~1b~0c unknown parameter");
        assertThat(problems(parameters(Map.of("x".repeat(5000), 1)), BOTH).getFirst())
                .startsWith("/parameters/" + "x".repeat(100) + "… unknown parameter");
        assertThat(problems(parameters(Map.of("step", 0)), BOTH))
                .containsExactly("/parameters/step must be a whole number from 1 to 3600, was 0");
    }

    @Test
    void everything_that_is_wrong_is_found_at_once() {
        var raw = new RawRequest(
                "botch",
                "Mars",
                List.of("RUT"),
                "yesterday",
                "2026-02-30",
                "march",
                Map.of("step", 0),
                BigDecimal.ZERO,
                BigDecimal.TEN);

        assertThat(problems(raw, BOTH))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactlyInAnyOrder(
                        "/dataset",
                        "/databaseZone",
                        "/indices/0",
                        "/from",
                        "/to",
                        "/preset",
                        "/parameters/step",
                        "/startingBalance",
                        "/requireCoverage");
    }
}
