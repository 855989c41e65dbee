package com.gammareplay.fake;

import com.gammareplay.replay.ReplayResult;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes made-up results: three trades and five decisions. */
final class FakeReport implements ReportWriter {

    @Override
    public void result(ReplayResult result, OutputStream out) throws IOException {
        write(out, "{\"summary\":{\"trades\":3,\"totalPnl\":12.50}}");
    }

    @Override
    public void trades(ReplayResult result, OutputStream out) throws IOException {
        for (var number = 1; number <= 3; number++) {
            write(out, line(number) + "\n");
        }
    }

    @Override
    public String trade(Trade trade) {
        return line(trade.number());
    }

    private static String line(int number) {
        return "{\"number\":" + number + ",\"pnl\":1.50}";
    }

    @Override
    public String decision(Decision decision) {
        return "{\"outcome\":\"" + (decision.isEntered() ? "ENTERED" : "SKIPPED") + "\"}";
    }

    @Override
    public void decisions(ReplayResult result, OutputStream out) throws IOException {
        for (var check = 1; check <= 5; check++) {
            var reason = check == 1 ? "null" : check < 4 ? "\"VIX_FLOOR\"" : "\"NO_PIN\"";
            write(
                    out,
                    "{\"session\":\"2026-01-1" + check + "\",\"index\":\"" + (check % 2 == 0 ? "NDX" : "SPX")
                            + "\",\"checkTime\":\"1" + check / 3 + ":00\",\"outcome\":\""
                            + (check == 1 ? "ENTERED" : "SKIPPED") + "\",\"reason\":" + reason
                            + "}\n");
        }
    }

    @Override
    public String headline(ReplayResult result) {
        return "{\"trades\":3,\"totalPnl\":12.50}";
    }

    @Override
    public void tradesCsv(InputStream ndjson, OutputStream out) throws IOException {
        csv(ndjson, out);
    }

    @Override
    public void decisionsCsv(InputStream ndjson, OutputStream out) throws IOException {
        csv(ndjson, out);
    }

    private static void csv(InputStream ndjson, OutputStream out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(ndjson, StandardCharsets.UTF_8));
        write(out, "line\r\n");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            write(out, '"' + line.replace("\"", "\"\"") + "\"\r\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
