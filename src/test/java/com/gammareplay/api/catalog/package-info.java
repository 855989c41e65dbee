/** Tests of the addresses of recordings. */
@NullMarked
package com.gammareplay.api.catalog;

import org.jspecify.annotations.NullMarked;
