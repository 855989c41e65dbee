package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.RecordingSink;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import java.util.Arrays;
import java.util.List;

/** Records one index for one day as the recorder does: chains around the checks, quotes near the latest pin always. */
final class IndexRecorder {

    private static final int QUOTED_REACH = 250;

    private final Index index;
    private final IndexMarket market;
    private final Dice dice;
    private final RecordingSink sink;
    private boolean hasPin;
    private int pin;

    IndexRecorder(Index index, IndexMarket market, Dice dice, RecordingSink sink) {
        this.index = index;
        this.market = market;
        this.dice = dice;
        this.sink = sink;
    }

    void pass(long instant, boolean snapshot) {
        if (snapshot) {
            recordSnapshot(instant);
        }
        if (hasPin) {
            sink.quotes(market.quotes(instant, quoted(), dice));
        }
    }

    private void recordSnapshot(long instant) {
        var snapshot = market.snapshot(instant, market.strikes(market.middle(instant), chainReach()), dice);
        sink.snapshot(snapshot);
        snapshot.gex().peaks().stream().findFirst().ifPresent(peak -> {
            pin = (int) peak.strike();
            hasPin = true;
        });
    }

    private List<OptionContract> quoted() {
        return Arrays.stream(Right.values())
                .flatMap(right ->
                        market.strikes(pin, QUOTED_REACH).mapToObj(strike -> new OptionContract(strike, right)))
                .toList();
    }

    /** Wide enough for every strike that peaks are looked for at. */
    private int chainReach() {
        return switch (index) {
            case SPX -> 300;
            case NDX -> 600;
        };
    }
}
