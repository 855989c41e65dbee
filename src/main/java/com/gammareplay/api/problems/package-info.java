/** One form for every error, whoever finds it. */
@NullMarked
package com.gammareplay.api.problems;

import org.jspecify.annotations.NullMarked;
