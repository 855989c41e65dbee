/** The live market: a MarketFeed over the REST API of the broker Tradier, which is only ever asked for market data. */
@NullMarked
package com.gammareplay.marketdata.tradier;

import org.jspecify.annotations.NullMarked;
