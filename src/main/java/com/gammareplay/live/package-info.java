/** The bot on the live market: polls, passes, ticks in their time, and the proof that a replay decides the same. */
@NullMarked
package com.gammareplay.live;

import org.jspecify.annotations.NullMarked;
