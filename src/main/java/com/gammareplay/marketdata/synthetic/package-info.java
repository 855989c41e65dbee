/** A made-up option market, the same for the same seed: what the demo dataset and the benchmark record. */
@NullMarked
package com.gammareplay.marketdata.synthetic;

import org.jspecify.annotations.NullMarked;
