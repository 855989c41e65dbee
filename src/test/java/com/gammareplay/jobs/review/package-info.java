/** Tests of this package. */
@NullMarked
package com.gammareplay.jobs.review;

import org.jspecify.annotations.NullMarked;
