package com.gammareplay.report;

import com.gammareplay.replay.ReplayResult;
import com.gammareplay.trading.Decision;
import com.gammareplay.trading.Trade;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes what a replay gave, in the forms that users read. Same result, same bytes. Thread-safe. */
public interface ReportWriter {

    /** The whole result as one JSON document, UTF-8. */
    void result(ReplayResult result, OutputStream out) throws IOException;

    /** One JSON object a line per trade. */
    void trades(ReplayResult result, OutputStream out) throws IOException;

    /** A trade as the trades' document has it, one JSON object. */
    String trade(Trade trade);

    /** A decision as the decisions' document has it, one JSON object. */
    String decision(Decision decision);

    /** One JSON object a line per decision. */
    void decisions(ReplayResult result, OutputStream out) throws IOException;

    /** The headline numbers as one JSON object: trades, winRate, totalPnl, ... */
    String headline(ReplayResult result);

    /** Turns NDJSON lines of trades into CSV with a header. */
    void tradesCsv(InputStream ndjson, OutputStream out) throws IOException;

    /** Turns NDJSON lines of decisions into CSV with a header. */
    void decisionsCsv(InputStream ndjson, OutputStream out) throws IOException;
}
