/** What is found out about a backtest by replaying it again: paths of trades, the account between trades. */
@NullMarked
package com.gammareplay.replay.review;

import org.jspecify.annotations.NullMarked;
