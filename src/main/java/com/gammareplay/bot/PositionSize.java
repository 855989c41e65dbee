package com.gammareplay.bot;

/** How many contracts a trade gets (bot rules, section 7). */
public final class PositionSize {

    private PositionSize() {}

    /** The contracts of the next trade, 0 for none. */
    public static int of(StrategyParameters.Risk risk, AccountView account, Evidence evidence) {
        evidence.addMoney("balance", account.balance()).addMoney("minBalance", risk.minBalance());
        var contracts = account.balance() < risk.minBalance() ? 0 : sized(risk, account, evidence);
        evidence.add("contracts", contracts);
        return contracts;
    }

    private static int sized(StrategyParameters.Risk risk, AccountView account, Evidence evidence) {
        evidence.add("sizing", risk.sizing().name());
        return switch (risk.sizing()) {
            case FIXED -> risk.contracts();
            case HALF_KELLY -> halfKelly(risk, account, evidence);
        };
    }

    private static int halfKelly(StrategyParameters.Risk risk, AccountView account, Evidence evidence) {
        var closed = account.lastPnlPerContract(risk.kellyWindow());
        var wins = 0;
        var won = 0.0;
        var lost = 0.0;
        for (var pnl : closed) {
            if (pnl > 0) {
                wins++;
                won += pnl;
            } else {
                lost += pnl;
            }
        }
        var losses = closed.length - wins;
        evidence.add("kellyWins", wins).add("kellyLosses", losses).add("kellyMinTrades", risk.kellyMinTrades());
        if (closed.length < risk.kellyMinTrades() || wins == 0 || losses == 0) {
            return 1;
        }
        var fraction = fraction(won / wins, Math.abs(lost / losses), (double) losses / closed.length);
        evidence.add("kellyMeanWin", won / wins).add("kellyMeanLoss", Math.abs(lost / losses));
        evidence.add("kellyFraction", fraction).add("riskPerContract", risk.riskPerContract());
        evidence.add("maxContracts", risk.maxContracts());
        return contracts(risk, account, fraction);
    }

    /** Half of Kelly's fraction: {@code ((1 - q) * W - q * L) / W / 2}. */
    private static double fraction(double meanWin, double meanLoss, double shareOfLosers) {
        return ((1 - shareOfLosers) * meanWin - shareOfLosers * meanLoss) / meanWin / 2;
    }

    private static int contracts(StrategyParameters.Risk risk, AccountView account, double fraction) {
        if (fraction <= 0) {
            return 1;
        }
        var affordable = Math.floor(account.balance() / 100.0 * fraction / risk.riskPerContract());
        return (int) Math.min(risk.maxContracts(), Math.max(1, affordable));
    }
}
