/** A small engine driven by hand, for tests of what is around the engine. */
@NullMarked
package com.gammareplay.fake;

import org.jspecify.annotations.NullMarked;
