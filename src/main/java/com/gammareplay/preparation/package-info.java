/** Reads datasets ahead of their replays, in the background. */
@NullMarked
package com.gammareplay.preparation;

import org.jspecify.annotations.NullMarked;
