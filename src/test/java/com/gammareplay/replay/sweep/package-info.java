/** Tests of this package. */
@NullMarked
package com.gammareplay.replay.sweep;

import org.jspecify.annotations.NullMarked;
