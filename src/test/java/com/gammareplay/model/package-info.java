/** Tests of this package. */
@NullMarked
package com.gammareplay.model;

import org.jspecify.annotations.NullMarked;
