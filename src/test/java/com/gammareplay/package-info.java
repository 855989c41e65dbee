/** Tests of the whole. */
@NullMarked
package com.gammareplay;

import org.jspecify.annotations.NullMarked;
