/** Tests of the problems that the API answers. */
@NullMarked
package com.gammareplay.api.problems;

import org.jspecify.annotations.NullMarked;
