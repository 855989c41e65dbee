package com.gammareplay.marketdata;

/** What can happen to files that are mapped into memory. */
public final class MappedFiles {

    private static final String FAULT = "unsafe memory access operation";

    private MappedFiles() {}

    /**
     * Whether a failure is that of the JVM when somebody has cut off a mapped file. Whoever reads the file cannot catch
     * it: compiled code goes on for a while before it comes.
     */
    public static boolean isCutOff(Throwable failure) {
        return failure instanceof InternalError error
                && String.valueOf(error.getMessage()).contains(FAULT);
    }
}
