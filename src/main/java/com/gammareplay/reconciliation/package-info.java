/** Trades made elsewhere held against those of a backtest of the same days. */
@NullMarked
package com.gammareplay.reconciliation;

import org.jspecify.annotations.NullMarked;
