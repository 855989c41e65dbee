/** Server-sent events: their streams, and what happens to jobs. */
@NullMarked
package com.gammareplay.api.events;

import org.jspecify.annotations.NullMarked;
