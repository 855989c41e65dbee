/** Tests of this package. */
@NullMarked
package com.gammareplay.api.catalog;

import org.jspecify.annotations.NullMarked;
