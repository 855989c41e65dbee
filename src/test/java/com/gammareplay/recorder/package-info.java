@NullMarked
package com.gammareplay.recorder;

import org.jspecify.annotations.NullMarked;
