/** Who may call the service, and how often: keys, scopes, hosts, origins and rates, answered with problems where refused. */
@NullMarked
package com.gammareplay.access;

import org.jspecify.annotations.NullMarked;
