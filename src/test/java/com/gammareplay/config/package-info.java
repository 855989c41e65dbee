/** Tests of settings and of the folder that the service writes to. */
@NullMarked
package com.gammareplay.config;

import org.jspecify.annotations.NullMarked;
