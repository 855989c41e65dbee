package com.gammareplay.trading;

import com.gammareplay.bot.AccountView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The state of a run: balance, open positions, closed trades, decisions.
 *
 * <p>Over the end of a session only the balance, the closed trades and what follows from them are kept.
 */
public final class StateManager implements AccountView {

    private final long startingBalance;
    private final List<Double> earlierPnl;
    private final TradingListener listener;
    private final List<Position> open = new ArrayList<>();
    private final List<Trade> closed = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private long balance;
    private long closedToday;
    private int entered;

    /**
     * A run that has not begun.
     *
     * @param startingBalance cents of dollars
     */
    public StateManager(long startingBalance, TradingListener listener) {
        this(startingBalance, List.of(), listener);
    }

    /**
     * A run that goes on after trades that it does not know.
     *
     * @param startingBalance cents of dollars
     * @param earlierPnl P&L per contract of trades before the run in dollars, in order of exit
     */
    public StateManager(long startingBalance, List<Double> earlierPnl, TradingListener listener) {
        this.earlierPnl = List.copyOf(earlierPnl);
        this.startingBalance = startingBalance;
        this.balance = startingBalance;
        this.listener = listener;
    }

    /** Begins a session. */
    void startSession() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("no position may outlive its session, but " + open.size() + " are open");
        }
        closedToday = 0;
    }

    int nextTradeNumber() {
        return entered + 1;
    }

    void open(Position position) {
        entered++;
        open.add(position);
    }

    List<Position> open() {
        return open;
    }

    void close(int place, Trade trade) {
        open.remove(place);
        closed.add(trade);
        balance += trade.pnl();
        closedToday += trade.pnl();
        listener.closed(trade);
    }

    void decide(Decision decision) {
        decisions.add(decision);
        listener.decided(decision);
    }

    @Override
    public long balance() {
        return balance;
    }

    @Override
    public long closedToday() {
        return closedToday;
    }

    @Override
    public int openPositions() {
        return open.size();
    }

    @Override
    public double[] lastPnlPerContract(int count) {
        var earlier = earlierPnl.stream().mapToDouble(Double::doubleValue);
        var own = closed.subList(Math.max(0, closed.size() - count), closed.size()).stream()
                .mapToDouble(trade -> trade.pnl() / 100.0 / trade.contracts());
        var all = DoubleStream.concat(earlier, own).toArray();
        return Arrays.copyOfRange(all, Math.max(0, all.length - count), all.length);
    }

    /** What the run has, and has open, after a tick. */
    public Account account(TradingRules rules) {
        var positions = open.stream().map(position -> position.show(rules)).toList();
        return new Account(balance, positions);
    }

    /** Decisions so far. */
    public int decided() {
        return decisions.size();
    }

    /** The decisions after the first ones, in the order in which they fell. */
    public List<Decision> decisionsAfter(int first) {
        return List.copyOf(decisions.subList(first, decisions.size()));
    }

    /** The closed trades after the first ones, in order of exit. */
    public List<Trade> tradesAfter(int first) {
        return List.copyOf(closed.subList(first, closed.size()));
    }

    /** Trades closed so far. */
    public int closedTrades() {
        return closed.size();
    }

    public long startingBalance() {
        return startingBalance;
    }

    /** The closed trades, in order of exit. */
    public List<Trade> tradesInOrderOfExit() {
        return List.copyOf(closed);
    }

    /** The decisions, in the order in which they fell. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}
