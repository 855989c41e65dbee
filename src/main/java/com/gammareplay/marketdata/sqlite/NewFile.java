package com.gammareplay.marketdata.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** A file that appears under its name only when it is complete and on the disk; an interrupted one leaves nothing. */
public final class NewFile {

    private final Path target;
    private final boolean replace;

    /** Writes the content to a path. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * A file to be written in a folder that exists.
     *
     * @param replace whether a file that is there may be replaced
     */
    public NewFile(Path target, boolean replace) {
        this.target = target.toAbsolutePath();
        this.replace = replace;
    }

    /**
     * Tries whether it can be written, before time is spent on its content.
     *
     * @throws FileAlreadyExistsException if the file is there and must not be replaced
     * @throws IOException if it cannot be written
     */
    public void check() throws IOException {
        refuseExisting();
        deleteLeftovers();
        var temporary = target.resolveSibling(temporaryName());
        Files.createFile(temporary);
        Files.delete(temporary);
    }

    /**
     * Writes it.
     *
     * @throws FileAlreadyExistsException if the file is there and must not be replaced
     * @throws IOException if it cannot be written
     */
    public void write(Content content) throws IOException {
        refuseExisting();
        deleteLeftovers();
        var temporary = target.resolveSibling(temporaryName());
        temporary.toFile().deleteOnExit(); // as by Ctrl-C
        try {
            content.writeTo(temporary);
            force(temporary, StandardOpenOption.WRITE);
            refuseExisting();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.resolveSibling(""), StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Another process or thread has another name. */
    private String temporaryName() {
        var owner = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
        return "." + target.getFileName() + "." + owner + ".tmp";
    }

    /** Of processes that were killed, and of one before that had the number of this one. */
    private void deleteLeftovers() throws IOException {
        var name = Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + "([0-9]{1,18})-[0-9]+\\.tmp");
        try (var files = Files.newDirectoryStream(target.resolveSibling(""))) {
            for (var file : files) {
                var found = name.matcher(file.getFileName().toString());
                if (found.matches()
                        && ProcessHandle.of(Long.parseLong(found.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(target.resolveSibling(temporaryName()));
    }

    private void refuseExisting() throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "it is no file");
        }
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "file exists and must not be replaced");
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
