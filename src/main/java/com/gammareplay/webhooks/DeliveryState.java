package com.gammareplay.webhooks;

/** How far a delivery is. */
public enum DeliveryState {
    /** It is sent, or will be. */
    PENDING,
    /** The receiver has it. */
    DELIVERED,
    /** It is not sent any more. */
    GIVEN_UP
}
