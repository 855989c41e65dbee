/** One step of trading, shared by replay and live: positions, fills, settlement, ledger. */
@NullMarked
package com.gammareplay.trading;

import org.jspecify.annotations.NullMarked;
