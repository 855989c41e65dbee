/** Every number of a result, from a ledger. */
@NullMarked
package com.gammareplay.statistics;

import org.jspecify.annotations.NullMarked;
