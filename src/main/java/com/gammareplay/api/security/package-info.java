/** Who is served: hosts, origins, keys and rates, answered with problems where refused. */
@NullMarked
package com.gammareplay.api.security;

import org.jspecify.annotations.NullMarked;
