/** Replays recorded 0DTE option markets through the trading bot's own decision code, as jobs. */
@NullMarked
package com.gammareplay;

import org.jspecify.annotations.NullMarked;
