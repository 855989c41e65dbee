package com.gammareplay.model;

/** Whether a leg was sold or bought to open. */
public enum Side {
    SHORT,
    LONG
}
