package com.gammareplay.marketdata.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears under its name only when it is complete and on the disk. */
final class NewFile {

    private final Path target;
    private final boolean replace;

    /** Writes the content to a path. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    /** @param replace whether a file that is there may be replaced */
    NewFile(Path target, boolean replace) {
        this.target = target.toAbsolutePath();
        this.replace = replace;
    }

    /** @throws FileAlreadyExistsException if the file is there and must not be replaced */
    void write(Content content) throws IOException {
        refuseExisting();
        var folder = target.resolveSibling("");
        Files.createDirectories(folder);
        var temporary = target.resolveSibling(temporaryName());
        Files.deleteIfExists(temporary);
        try {
            content.writeTo(temporary);
            force(temporary, StandardOpenOption.WRITE);
            refuseExisting();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Another process or thread has another name; what a killed one left under this name is thrown away. */
    private String temporaryName() {
        var owner = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
        return "." + target.getFileName() + "." + owner + ".tmp";
    }

    private void refuseExisting() throws FileAlreadyExistsException {
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
