/** Who may call the service, and how often: keys, scopes and rates, without Spring. */
@NullMarked
package com.gammareplay.access;

import org.jspecify.annotations.NullMarked;
