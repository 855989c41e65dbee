/** Tests of this package. */
@NullMarked
package com.gammareplay.bot;

import org.jspecify.annotations.NullMarked;
