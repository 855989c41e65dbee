/** A replay: TimeManager, ExecutionHarness, and the request that asks for one. */
@NullMarked
package com.gammareplay.replay;

import org.jspecify.annotations.NullMarked;
