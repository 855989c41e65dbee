/** Tests of the made-up market. */
@NullMarked
package com.gammareplay.marketdata.synthetic;

import org.jspecify.annotations.NullMarked;
