package com.gammareplay.replay;

/** What a replay gave. */
public record ReplayResult(ReplayRequest request) {}
