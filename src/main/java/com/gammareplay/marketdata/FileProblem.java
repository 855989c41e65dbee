package com.gammareplay.marketdata;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Says to people what is wrong with a file: Java says it by the names of its exceptions. */
public final class FileProblem {

    private FileProblem() {}

    /** The file, as far as it is known, and what is wrong with it. */
    public static String of(IOException problem) {
        return problem instanceof FileSystemException file && file.getFile() != null
                ? file.getFile() + ": " + reason(problem)
                : reason(problem);
    }

    /** What is wrong with the file. */
    public static String reason(IOException problem) {
        return switch (problem) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "it exists already";
            case NotDirectoryException _ -> "it is no folder";
            case FileSystemException file -> Objects.requireNonNullElse(file.getReason(), "the system refuses it");
            default -> Objects.requireNonNullElse(problem.getMessage(), "the system refuses it");
        };
    }
}
