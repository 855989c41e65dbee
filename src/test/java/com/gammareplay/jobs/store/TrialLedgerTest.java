package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.statistics.Trials;
import com.gammareplay.testing.StoreService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was tried on which data, whichever database it is in. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class TrialLedgerTest {

    private final StoreService service;
    private final TrialLedger ledger;

    TrialLedgerTest(StoreService.Kind kind) {
        service = StoreService.empty(kind);
        ledger = service.bean(TrialLedger.class);
    }

    private void keep(String data, String request, Trials tried) {
        service.bean(Transactions.class).writing().executeWithoutResult(_ -> ledger.keep(data, request, tried));
    }

    @Test
    void what_was_tried_on_the_same_data_adds_up() {
        assertThat(ledger.on("rows")).isEqualTo(new Trials(0, 0, 0, 0));

        keep("rows", "a backtest", new Trials(1, 1, 0.25, 0.0625));
        keep("rows", "a sweep", new Trials(100_000, 3, -0.5, 1));
        keep("other rows", "a backtest", new Trials(1, 0, 0, 0));

        assertThat(ledger.on("rows")).isEqualTo(new Trials(100_001, 4, -0.25, 1.0625));
        assertThat(ledger.on("other rows")).isEqualTo(new Trials(1, 0, 0, 0));
    }

    @Test
    void the_same_request_on_the_same_data_counts_once() {
        keep("rows", "a backtest", new Trials(1, 1, 0.25, 0.0625));
        keep("rows", "a backtest", new Trials(1, 1, 0.25, 0.0625));

        assertThat(ledger.on("rows")).isEqualTo(new Trials(1, 1, 0.25, 0.0625));
    }
}
