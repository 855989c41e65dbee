/** Where market data comes from: a DataProvider hands out views of a session that end at t. */
@NullMarked
package com.gammareplay.marketdata;

import org.jspecify.annotations.NullMarked;
