/** Calls about live markets: paper sessions, parity checks, the recorder. */
@NullMarked
package com.gammareplay.api.live;

import org.jspecify.annotations.NullMarked;
