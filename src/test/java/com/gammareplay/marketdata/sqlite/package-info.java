/** Tests of the reader of recordings, above all on bad ones. */
@NullMarked
package com.gammareplay.marketdata.sqlite;

import org.jspecify.annotations.NullMarked;
