/** Tests of this package. */
@NullMarked
package com.gammareplay.parameters;

import org.jspecify.annotations.NullMarked;
