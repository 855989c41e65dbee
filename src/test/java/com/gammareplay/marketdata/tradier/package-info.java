@NullMarked
package com.gammareplay.marketdata.tradier;

import org.jspecify.annotations.NullMarked;
