package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.WarningCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningFilterTest {

    @Test
    void codes_stand_in_their_order_however_they_were_named() {
        assertThat(WarningFilter.of(List.of("NO_COSTS", "ALL_WINS", "FEW_TRADES", "NO_COSTS"))
                        .codes())
                .containsExactly(WarningCode.FEW_TRADES, WarningCode.NO_COSTS, WarningCode.ALL_WINS);
    }
}
