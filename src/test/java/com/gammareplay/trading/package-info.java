/** Tests of this package. */
@NullMarked
package com.gammareplay.trading;

import org.jspecify.annotations.NullMarked;
