/** Paper sessions: the bot on a live market, each on a thread of its own, and their table. */
@NullMarked
package com.gammareplay.jobs.paper;

import org.jspecify.annotations.NullMarked;
