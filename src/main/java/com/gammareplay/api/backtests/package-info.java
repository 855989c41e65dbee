/** Backtests: submissions, results, decisions, deliveries of webhooks. */
@NullMarked
package com.gammareplay.api.backtests;

import org.jspecify.annotations.NullMarked;
