/** Backtests that have succeeded are replayed again, for what was not kept of them. */
@NullMarked
package com.gammareplay.jobs.review;

import org.jspecify.annotations.NullMarked;
