/** The day store: one session of one index as arrays. */
@NullMarked
package com.gammareplay.marketdata.columns;

import org.jspecify.annotations.NullMarked;
