/** Tests of this package. */
@NullMarked
package com.gammareplay.requests;

import org.jspecify.annotations.NullMarked;
