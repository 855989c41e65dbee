/** Tests of streams of events from within. */
@NullMarked
package com.gammareplay.api.events;

import org.jspecify.annotations.NullMarked;
