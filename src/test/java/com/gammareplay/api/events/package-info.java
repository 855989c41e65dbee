/** Tests of streams of events, over real connections and from within. */
@NullMarked
package com.gammareplay.api.events;

import org.jspecify.annotations.NullMarked;
