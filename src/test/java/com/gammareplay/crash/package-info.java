/** Trials of the service as a process of its own, which is killed or loaded. */
@NullMarked
package com.gammareplay.crash;

import org.jspecify.annotations.NullMarked;
