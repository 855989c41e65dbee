/** What a backtest, a sweep or a paper session asks for: documented, read, checked and written in one place. */
@NullMarked
package com.gammareplay.requests;

import org.jspecify.annotations.NullMarked;
