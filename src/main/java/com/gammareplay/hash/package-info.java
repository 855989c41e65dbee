/** SHA-256, by which keys, bodies, recordings and parameters are told apart. */
@NullMarked
package com.gammareplay.hash;

import org.jspecify.annotations.NullMarked;
