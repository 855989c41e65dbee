/** Tests of this package. */
@NullMarked
package com.gammareplay.replay;

import org.jspecify.annotations.NullMarked;
