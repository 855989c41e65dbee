/** Tests of this package. */
@NullMarked
package com.gammareplay.sweeps;

import org.jspecify.annotations.NullMarked;
