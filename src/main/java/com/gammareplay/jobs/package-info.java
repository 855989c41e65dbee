/** Backtests and sweeps as jobs: what is known of them, and what the rooms below hand to each other. */
@NullMarked
package com.gammareplay.jobs;

import org.jspecify.annotations.NullMarked;
