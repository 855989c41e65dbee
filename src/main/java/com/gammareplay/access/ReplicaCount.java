package com.gammareplay.access;

/** How many processes share the calls of each client, 1 or more; this one allows its part of what a client may. */
@FunctionalInterface
public interface ReplicaCount {

    int get();
}
