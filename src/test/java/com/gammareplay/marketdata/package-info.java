/** Tests of this package. */
@NullMarked
package com.gammareplay.marketdata;

import org.jspecify.annotations.NullMarked;
