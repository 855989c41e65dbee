/** Tests of this package. */
@NullMarked
package com.gammareplay.replay.coverage;

import org.jspecify.annotations.NullMarked;
