package com.gammareplay.replay.review;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.trading.Trade;
import java.util.List;

/** Looks at each traded session of a backtest while that is replayed again. */
public interface Review {

    /** One that needs nothing but the result. */
    Review NONE = (_, _, _) -> {};

    /**
     * Looks at a session.
     *
     * @param trades closed in it, in order of exit
     */
    void traded(Session session, RecordedSession market, List<Trade> trades);
}
