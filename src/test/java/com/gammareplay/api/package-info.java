/** Tests of the HTTP API over real connections. */
@NullMarked
package com.gammareplay.api;

import org.jspecify.annotations.NullMarked;
