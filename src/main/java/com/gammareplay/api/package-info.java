/** The HTTP API: what clients send and get, with one form for every error. */
@NullMarked
package com.gammareplay.api;

import org.jspecify.annotations.NullMarked;
