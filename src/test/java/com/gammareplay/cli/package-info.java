/** Tests of the command line. */
@NullMarked
package com.gammareplay.cli;

import org.jspecify.annotations.NullMarked;
