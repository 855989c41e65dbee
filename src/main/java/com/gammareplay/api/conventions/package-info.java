/** What calls have in common: how queries are read, lists cut into pages, and forms of an answer chosen. */
@NullMarked
package com.gammareplay.api.conventions;

import org.jspecify.annotations.NullMarked;
