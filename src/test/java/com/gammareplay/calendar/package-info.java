/** Tests of this package. */
@NullMarked
package com.gammareplay.calendar;

import org.jspecify.annotations.NullMarked;
