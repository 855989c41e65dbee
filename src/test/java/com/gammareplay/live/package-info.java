@NullMarked
package com.gammareplay.live;

import org.jspecify.annotations.NullMarked;
