package com.gammareplay.report;

import static com.gammareplay.testing.TradedDay.CALL_SPREAD;
import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.TradedDay;
import com.gammareplay.trading.Trade;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The CSV of trades: the fields of a trade, then each of the four legs in columns of its own. */
class TradesCsvTest {

    private static final JsonReport REPORT = new JsonReport();
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private static Map<String, String> row(Trade trade) throws IOException {
        var out = new ByteArrayOutputStream();
        REPORT.tradesCsv(new ByteArrayInputStream(REPORT.trade(trade).getBytes(StandardCharsets.UTF_8)), out);
        List<String[]> rows = CSV.readerFor(String[].class)
                .<String[]>readValues(out.toByteArray())
                .readAll();
        var row = new LinkedHashMap<String, String>();
        for (var column = 0; column < rows.getFirst().length; column++) {
            row.put(rows.getFirst()[column], rows.get(1)[column]);
        }
        assertThat(rows).hasSize(2);
        return row;
    }

    @Test
    void the_columns_are_the_same_for_every_trade_and_those_of_a_leg_lie_together() throws IOException {
        var condor = row(TradedDay.of(CONDOR).trade().onlyTrade());
        var spread = row(TradedDay.of(CALL_SPREAD).trade().onlyTrade());

        assertThat(String.join(",", condor.keySet()))
                .isEqualTo("number,index,session,strategy,direction,confidence,checkTime,pin,indexPrice,vix,"
                        + "entryTime,exitTime,credit,exitValue,contracts,fees,pnl,pnlPercent,exitReason,"
                        + "bestP,trailing,hold,mae,mfe,staleTicks,maxLoss,"
                        + "settlementPrice,settlementSource,settlementAge,"
                        + "callShort,callShortEntryBid,callShortEntryAsk,callShortEntryAge,"
                        + "callShortExitBid,callShortExitAsk,callShortExitAge,"
                        + "callLong,callLongEntryBid,callLongEntryAsk,callLongEntryAge,"
                        + "callLongExitBid,callLongExitAsk,callLongExitAge,"
                        + "putShort,putShortEntryBid,putShortEntryAsk,putShortEntryAge,"
                        + "putShortExitBid,putShortExitAsk,putShortExitAge,"
                        + "putLong,putLongEntryBid,putLongEntryAsk,putLongEntryAge,"
                        + "putLongExitBid,putLongExitAsk,putLongExitAge,exitEvidence");
        assertThat(spread.keySet()).isEqualTo(condor.keySet());
    }

    @Test
    void a_leg_has_its_quotes_and_their_ages_at_entry_and_exit() throws IOException {
        // Stopped at 10:09 by quotes of 10:08:55.
        var row = row(TradedDay.of(CALL_SPREAD, "10:08:55 SPX C6070 4.60 4.65")
                .trade()
                .onlyTrade());

        assertThat(row)
                .containsEntry("exitReason", "EMERGENCY_STOP")
                .containsEntry("callShort", "6070.0")
                .containsEntry("callShortEntryBid", "2.60")
                .containsEntry("callShortEntryAsk", "2.62")
                .containsEntry("callShortEntryAge", "10")
                .containsEntry("callShortExitBid", "4.60")
                .containsEntry("callShortExitAsk", "4.65")
                .containsEntry("callShortExitAge", "5")
                .containsEntry("callLong", "6075.0")
                .containsEntry("callLongExitBid", "1.20")
                .containsEntry("callLongExitAge", "10");
        assertThat(row.entrySet())
                .filteredOn(cell -> cell.getKey().startsWith("put"))
                .hasSize(14)
                .allSatisfy(cell -> assertThat(cell.getValue()).isEmpty());
    }

    @Test
    void a_quote_that_a_settlement_lacks_is_empty() throws IOException {
        var text = CALL_SPREAD.replace("15:59:50", "09:59:50") + "15:59:40 SPX C6070 4.00 4.02";
        var row = row(TradedDay.of(text).trade().onlyTrade());

        assertThat(row)
                .containsEntry("exitReason", "SETTLEMENT")
                .containsEntry("callShortExitAsk", "4.02")
                .containsEntry("callLongEntryBid", "1.20")
                .containsEntry("callLongExitBid", "")
                .containsEntry("callLongExitAsk", "")
                .containsEntry("callLongExitAge", "");
    }

    @Test
    void the_evidence_of_the_exit_is_the_json_of_the_trade() throws IOException {
        var json = new JsonMapper();
        var trade = TradedDay.of(CONDOR).trade().onlyTrade();

        assertThat(json.readTree(row(trade).get("exitEvidence")))
                .isEqualTo(json.readTree(REPORT.trade(trade)).path("exitEvidence"))
                .isNotEmpty();
    }
}
