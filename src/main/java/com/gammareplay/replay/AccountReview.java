package com.gammareplay.replay;

import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Session;
import com.gammareplay.replay.review.EquityReview;
import com.gammareplay.replay.review.Review;
import com.gammareplay.statistics.AccountHistory;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradingRules;
import java.util.List;

/** Finds what a run's account went through, session by session, once each is traded. */
final class AccountReview implements Review {

    private final AccountHistory history;
    private final EquityReview equity;

    AccountReview(TradingRules rules, long startingBalance) {
        history = new AccountHistory(startingBalance);
        equity = new EquityReview(
                rules, startingBalance, (instant, _, value, positions) -> history.tick(instant, value, positions));
    }

    @Override
    public void traded(Session session, RecordedSession market, List<Trade> trades) {
        history.open(session.open());
        equity.traded(session, market, trades);
    }

    AccountHistory history() {
        return history;
    }
}
