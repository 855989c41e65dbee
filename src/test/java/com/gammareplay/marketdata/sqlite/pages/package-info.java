/** Tests of the reader of pages, with bytes that SQLite would not write among them. */
@NullMarked
package com.gammareplay.marketdata.sqlite.pages;

import org.jspecify.annotations.NullMarked;
