/** Tests of the form of requests over real connections. */
@NullMarked
package com.gammareplay.api.conventions;

import org.jspecify.annotations.NullMarked;
