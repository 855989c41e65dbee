package com.gammareplay.jobs;

import java.util.Iterator;
import java.util.function.Supplier;

/**
 * The trades of a result.
 *
 * @param count how many there are
 * @param reading begins to read them as JSON, in order of closing
 */
record StoredTrades(int count, Supplier<Iterator<String>> reading) {}
