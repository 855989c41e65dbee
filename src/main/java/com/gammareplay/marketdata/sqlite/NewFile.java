package com.gammareplay.marketdata.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A file that appears under its name only when it is complete and on the disk; an interrupted one leaves nothing. */
public final class NewFile {

    /** Of who writes elsewhere, as in another container, no process can be seen, but changes of the file can. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.([0-9]{1,18})-[0-9a-f]+\\.gamma\\.tmp");

    private static final long PROCESS = ProcessHandle.current().pid();

    private final Path target;
    private final Path temporary;
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
        var writer =
                PROCESS + "-" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
        this.temporary = this.target.resolveSibling("." + target.getFileName() + "." + writer + ".gamma.tmp");
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

    /** Of processes that were killed, whatever they wrote in this folder; what cannot be deleted takes room, but is in nobody's way. */
    private void deleteLeftovers() {
        try (var files = Files.newDirectoryStream(target.resolveSibling(""))) {
            for (var file : files) {
                var found = TEMPORARY.matcher(file.getFileName().toString());
                if (found.matches() && isLeft(Long.parseLong(found.group(1)), file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // The next one tries again.
        }
    }

    /** In a container each process may have the number of the one before. */
    private static boolean isLeft(long process, Path file) throws IOException {
        var quietSince = Instant.now().minus(QUIET);
        return (process == PROCESS || ProcessHandle.of(process).isEmpty())
                && Files.getLastModifiedTime(file).toInstant().isBefore(quietSince);
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
