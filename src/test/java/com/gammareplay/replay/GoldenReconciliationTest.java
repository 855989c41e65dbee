package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.reconciliation.Backtest;
import com.gammareplay.reconciliation.Reconciliation;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.KeptBacktest;
import com.gammareplay.requests.RequestJson;
import com.gammareplay.requests.TradesReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trades of a backtest, as it gives them in CSV, are those of the backtest. */
class GoldenReconciliationTest {

    private static final JsonReport REPORT = new JsonReport();

    static Stream<Path> goldens() {
        return GoldenRuns.files().stream();
    }

    private static Backtest backtest(ReplayResult result) throws IOException {
        var document = new ByteArrayOutputStream();
        REPORT.result(result, document);
        var decisions = new ByteArrayOutputStream();
        REPORT.decisions(result, decisions);
        return KeptBacktest.read(
                RequestJson.write(result.request()),
                new ByteArrayInputStream(document.toByteArray()),
                new ByteArrayInputStream(decisions.toByteArray()));
    }

    private static String csv(ReplayResult result) throws IOException {
        var trades = new ByteArrayOutputStream();
        REPORT.trades(result, trades);
        var csv = new ByteArrayOutputStream();
        REPORT.tradesCsv(new ByteArrayInputStream(trades.toByteArray()), csv);
        return csv.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void a_backtest_agrees_with_its_own_trades(Path file) throws IOException {
        var result = GoldenRuns.result(file);
        var count = result.ledger().trades().size();

        var own = Reconciliation.of(new TradesReader(null, Map.of()).read(csv(result)), backtest(result));

        assertThat(own.badRows()).isEmpty();
        assertThat(own.outside()).isEmpty();
        assertThat(own.onlyInBacktest()).isEmpty();
        assertThat(own.onlyInCsv()).isEmpty();
        assertThat(own.matched()).hasSize(count).allSatisfy(pair -> {
            assertThat(pair.csv().number()).isEqualTo(pair.backtest().number() + 1);
            assertThat(pair.entryTime()).isZero();
            assertThat(pair.exitTime()).isZero();
            assertThat(pair.sameStrikes()).isTrue();
            assertThat(pair.credit()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(pair.exitValue()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(pair.contracts()).isZero();
            assertThat(pair.sameExitReason()).isTrue();
            assertThat(pair.pnl()).isZero();
        });
        assertThat(own.verdict().agrees()).isEqualTo(count > 0);
        assertThat(own.verdict().backtest().pnl())
                .isEqualTo(own.verdict().csv().pnl())
                .isEqualTo(result.ledger().endingBalance() - result.ledger().startingBalance());
    }
}
