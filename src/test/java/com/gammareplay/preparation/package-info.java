@NullMarked
package com.gammareplay.preparation;

import org.jspecify.annotations.NullMarked;
