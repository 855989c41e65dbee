/** What happens to jobs, as server-sent events. */
@NullMarked
package com.gammareplay.api.events;

import org.jspecify.annotations.NullMarked;
