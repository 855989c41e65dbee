/** Tests of recordings in SQLite. */
@NullMarked
package com.gammareplay.marketdata.sqlite;

import org.jspecify.annotations.NullMarked;
