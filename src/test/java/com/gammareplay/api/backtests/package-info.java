/** Tests of the addresses of backtests over real connections. */
@NullMarked
package com.gammareplay.api.backtests;

import org.jspecify.annotations.NullMarked;
