package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;

/** Where the market data of a run comes from: a recording, or the live market. Thread-safe. */
public interface DataProvider extends AutoCloseable {

    /**
     * The market of a session.
     *
     * @throws DataException if its data cannot be read
     */
    SessionMarket open(Session session, List<Index> indices);

    @Override
    void close();
}
