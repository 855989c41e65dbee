/** Tests of the addresses of sweeps over real connections. */
@NullMarked
package com.gammareplay.api.sweeps;

import org.jspecify.annotations.NullMarked;
