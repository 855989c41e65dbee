package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.fake.FakeCatalog;
import com.gammareplay.live.PaperRequests;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.Preset;
import com.gammareplay.replay.ReplayRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperRequestTest {

    private static PaperRequest readAgain(PaperRequest request) {
        return new PaperReader(new RequestReader(FakeCatalog.of())).readRecorded(request.description(), "renamed");
    }

    @Test
    void a_request_is_read_as_it_was_written_though_nothing_is_recorded() {
        var request = PaperRequests.of(
                "2025-11-26", List.of(Index.NDX), Map.of("entryTimes", List.of("10:07"), "vixFloor", 13.7));

        var read = readAgain(request);

        assertThat(read.source()).isEqualTo("stub");
        assertThat(read.dataset()).isEqualTo("renamed");
        assertThat(read.session()).isEqualTo(request.session());
        assertThat(read.replay().indices()).containsExactly(Index.NDX);
        assertThat(read.replay().startingBalance()).isEqualTo(2_500_000);
        assertThat(read.parameters()).isEqualTo(request.parameters());
    }

    @Test
    void earlier_results_keep_each_bit() {
        var replay = PaperRequests.of("2025-11-26").replay();
        var request = new PaperRequest("stub", replay, List.of(0.1 + 0.2, -1.0 / 3, 1e-12, 123_456.78));

        assertThat(readAgain(request).earlierPnl()).isEqualTo(request.earlierPnl());
    }

    @Test
    void a_description_is_the_same_text_each_time() {
        var request = PaperRequests.of("2025-11-26");

        assertThat(readAgain(request).description()).isEqualTo(request.description());
    }

    @Test
    void a_description_has_the_form_of_a_submission_with_its_date() {
        var description = PaperRequests.of("2025-11-26").description();

        assertThat(description)
                .startsWith(
                        "{\"source\":\"stub\",\"date\":\"2025-11-26\",\"indices\":[\"SPX\",\"NDX\"],\"preset\":\"live\"")
                .endsWith("},\"startingBalance\":25000.00,\"earlierPnl\":[]}")
                .contains("\"profitTargetHigh\":null")
                .doesNotContain("speed");
    }

    @Test
    void two_dates_are_refused() {
        var one = PaperRequests.of("2025-11-26").replay();
        var two = new ReplayRequest(
                one.dataset(),
                one.databaseZone(),
                one.indices(),
                one.from(),
                LocalDate.of(2025, 11, 28),
                Preset.LIVE,
                one.parameters(),
                one.startingBalance(),
                0);

        assertThatThrownBy(() -> new PaperRequest("stub", two, List.of()))
                .hasMessage("a paper session must be of one date, was 2025-11-26 to 2025-11-28");
    }

    @Test
    void a_day_on_which_the_exchange_is_closed_has_no_session() {
        assertThatThrownBy(() -> PaperRequests.of("2025-11-27").session())
                .hasMessage("the exchange is closed on 2025-11-27");
    }
}
