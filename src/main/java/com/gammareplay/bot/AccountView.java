package com.gammareplay.bot;

/** What the bot may ask about the account of its run. Money in cents of dollars. */
public interface AccountView {

    /** Realised balance. */
    long balance();

    /** Sum of the P&L of the trades closed in this session. */
    long closedToday();

    /** Positions open now, all indices together. */
    int openPositions();

    /** P&L per contract in dollars, after fees, of the last trades in order of exit, at most {@code count}. */
    double[] lastPnlPerContract(int count);
}
