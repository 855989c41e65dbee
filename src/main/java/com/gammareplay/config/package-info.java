/** Puts the parts together: settings, the jobs database, the engine, the web server. */
@NullMarked
package com.gammareplay.config;

import org.jspecify.annotations.NullMarked;
