/** Recordings in SQLite: the recorder's schema, read as a DataProvider and written by the demo generator. */
@NullMarked
package com.gammareplay.marketdata.sqlite;

import org.jspecify.annotations.NullMarked;
