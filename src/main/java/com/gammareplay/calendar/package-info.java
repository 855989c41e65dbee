/** Exchange sessions and New York time: the only place that knows a time zone of the market. */
@NullMarked
package com.gammareplay.calendar;

import org.jspecify.annotations.NullMarked;
