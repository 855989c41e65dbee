@NullMarked
package com.gammareplay.access;

import org.jspecify.annotations.NullMarked;
