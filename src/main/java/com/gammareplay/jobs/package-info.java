/** Backtests as jobs: the table they are kept in, their queue, progress, cancelling and results. */
@NullMarked
package com.gammareplay.jobs;

import org.jspecify.annotations.NullMarked;
