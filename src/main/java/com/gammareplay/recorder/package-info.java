/** The recorder: writes each session of the market into a recording, from start to stop of the service. */
@NullMarked
package com.gammareplay.recorder;

import org.jspecify.annotations.NullMarked;
