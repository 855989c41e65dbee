/** Reads rows straight from the pages of an SQLite file, in the order in which they lie there. */
@NullMarked
package com.gammareplay.marketdata.sqlite.pages;

import org.jspecify.annotations.NullMarked;
