/** Tests of this package. */
@NullMarked
package com.gammareplay.statistics;

import org.jspecify.annotations.NullMarked;
