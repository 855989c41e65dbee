/** Tells clients of the end of their jobs, by signed calls that are repeated until they succeed (Standard Webhooks). */
@NullMarked
package com.gammareplay.webhooks;

import org.jspecify.annotations.NullMarked;
