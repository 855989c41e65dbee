/** The same replays from a terminal, without a web server. */
@NullMarked
package com.gammareplay.cli;

import org.jspecify.annotations.NullMarked;
