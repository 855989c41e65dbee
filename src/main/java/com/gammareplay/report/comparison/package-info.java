/** What was kept of backtests is held against each other, and against what a replay gives now. */
@NullMarked
package com.gammareplay.report.comparison;

import org.jspecify.annotations.NullMarked;
