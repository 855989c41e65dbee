/** Tests of this package. */
@NullMarked
package com.gammareplay.marketdata.columns;

import org.jspecify.annotations.NullMarked;
