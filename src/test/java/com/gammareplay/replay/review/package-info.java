/** Tests of this package. */
@NullMarked
package com.gammareplay.replay.review;

import org.jspecify.annotations.NullMarked;
