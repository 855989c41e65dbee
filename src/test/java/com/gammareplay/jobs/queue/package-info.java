@NullMarked
package com.gammareplay.jobs.queue;

import org.jspecify.annotations.NullMarked;
