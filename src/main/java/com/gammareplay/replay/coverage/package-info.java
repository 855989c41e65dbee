/** How well the sessions of a recording were recorded, and what to set where they are sparser than the bot expects. */
@NullMarked
package com.gammareplay.replay.coverage;

import org.jspecify.annotations.NullMarked;
