package com.gammareplay.api.jobs;

import com.gammareplay.hash.Sha256;

/** A strong entity tag: other bytes, another tag. */
final class EntityTag {

    private static final int LENGTH = 32;

    private EntityTag() {}

    static String of(byte[] body) {
        return '"' + Sha256.hex(body).substring(0, LENGTH) + '"';
    }
}
