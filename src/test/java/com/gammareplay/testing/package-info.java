/** What tests of several packages share. */
@NullMarked
package com.gammareplay.testing;

import org.jspecify.annotations.NullMarked;
