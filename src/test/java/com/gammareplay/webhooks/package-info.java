/** Webhooks: signatures, guarded addresses, attempts, and the service with a receiver. */
@NullMarked
package com.gammareplay.webhooks;

import org.jspecify.annotations.NullMarked;
