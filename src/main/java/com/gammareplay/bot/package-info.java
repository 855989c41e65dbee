/** THE bot: entry gates, trade setup, GEX and pin, sizing, exit rules. Pure; asks the market through MarketView. */
@NullMarked
package com.gammareplay.bot;

import org.jspecify.annotations.NullMarked;
